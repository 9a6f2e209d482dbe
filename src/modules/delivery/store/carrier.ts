import { sql } from 'kysely'
import type { Tx } from '#platform/database'

export async function readCursor(tx: Tx): Promise<string | null> {
  const { rows } = await sql<{ cursor: string | null }>`select cursor from delivery.carrier_cursor`.execute(tx)
  return rows[0]?.cursor ?? null
}

export async function saveCursor(tx: Tx, cursor: string | null): Promise<void> {
  await sql`insert into delivery.carrier_cursor (cursor) values (${cursor})
    on conflict (one) do update set cursor = excluded.cursor`.execute(tx)
}
