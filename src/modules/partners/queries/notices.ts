import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { NoticeView } from '../contract/shapes.ts'

/** Messages to the named contact about one of our numbers, as access publishes them: how far each is, never its words or its telephone. */
export async function listNotices(tx: Tx, aboutNo: string): Promise<NoticeView[]> {
  const { rows } = await sql<NoticeView>`
    select state, queued_at, sent_at, settled_at from access.published_message
    where about = ${aboutNo} and kind = 'contactAwaited' order by queued_at`.execute(tx)
  return rows
}
