import { sql } from 'kysely'
import type { Tx } from '#platform/database'

export interface AskedPoint {
  readonly what: string
  readonly how: string
}

/** 一次性告知: every point that was asked for; it is asked once (XK 32). */
export async function findAskedCorrection(tx: Tx, applicationNo: string): Promise<AskedPoint[]> {
  const { rows } = await sql<{ items: AskedPoint[] | null }>`
    select e.details->'items' as items from licensing.application_event e
    where e.application_no = ${applicationNo} and e.event = 'askCorrection' limit 1`.execute(tx)
  return rows[0]?.items ?? []
}
