import { sql } from 'kysely'
import type { Tx } from '#platform/database'

/** How many applications this helper (帮办员) has sat beside on this day; the one at hand is not yet counted. */
export async function countAssisted(tx: Tx, helperId: string, day: Temporal.PlainDate): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from licensing.application where helper_id = ${helperId} and received_on = ${day.toString()}`.execute(
    tx,
  )
  return rows[0]?.count ?? 0
}
