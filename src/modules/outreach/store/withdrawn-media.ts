import { sql } from 'kysely'
import type { Db, Tx } from '#platform/database'

/** 已撤下的片源: what still lies on the disk of a film or a class that nobody may see. */
export interface WithdrawnMedia {
  readonly kind: 'film' | 'broadcast'
  readonly id: string
}

/** Withdrawn before that moment and still on the disk, the oldest first. */
export async function listWithdrawnMedia(db: Db | Tx, before: string): Promise<readonly WithdrawnMedia[]> {
  const { rows } = await sql<WithdrawnMedia>`
    select 'film' as kind, id, withdrawn_at from outreach.film
    where state = 'withdrawn' and withdrawn_at < ${before} and media_removed_at is null
    union all
    select 'broadcast', id, withdrawn_at from outreach.broadcast
    where state = 'withdrawn' and withdrawn_at < ${before} and media_removed_at is null
    order by withdrawn_at limit 200`.execute(db)
  return rows.map(({ kind, id }) => ({ kind, id }))
}

export async function noteMediaRemoved(tx: Tx, { kind, id }: WithdrawnMedia, at: string): Promise<void> {
  await sql`update outreach.${sql.raw(kind)} set media_removed_at = ${at} where id = ${id} and state = 'withdrawn'`.execute(
    tx,
  )
}
