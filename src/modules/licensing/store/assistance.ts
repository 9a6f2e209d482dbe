import { sql } from 'kysely'
import type { Tx } from '#platform/database'

/** How many applications this helper (帮办员) has sat beside on this day, whoever's; the one at hand is not yet counted. */
export async function countAssisted(tx: Tx, helperId: string, day: Temporal.PlainDate): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select licensing.count_assisted(${helperId}, ${day.toString()}::date) as count`.execute(tx)
  return rows[0]?.count ?? 0
}

/** How many other people were assisted on this day, by whomever, and left the same telephone number. */
export async function countAssistedWithPhone(
  tx: Tx,
  asked: { readonly phoneIndex: string; readonly personIndex: string; readonly day: Temporal.PlainDate },
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select licensing.count_assisted_with_phone(${asked.phoneIndex}, ${asked.personIndex}, ${asked.day.toString()}::date)
      as count`.execute(tx)
  return rows[0]?.count ?? 0
}
