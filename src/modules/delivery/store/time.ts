import { sql } from 'kysely'
import type { Tx } from '#platform/database'

/** A reaction gets no clock: the time of its own transaction, ISO. */
export async function transactionTime(tx: Tx): Promise<string> {
  const { rows } = await sql<{ at: string }>`select now() as at`.execute(tx)
  const [row] = rows
  if (row === undefined) throw new Error('the database did not tell the time')
  return row.at
}
