import { sql } from 'kysely'
import type { Tx } from '#platform/database'

/** Who may be sent to check a clue. */
export async function listOfficers(tx: Tx) {
  const { rows } = await sql<{ id: string; name: string }>`
    select id::text as id, name from access.published_staff
    where state = 'active' and roles && array['inspector', 'head'] order by name`.execute(tx)
  return rows
}

/** By the label of the ledger, `staff:…`. */
export const findOfficer = async (tx: Tx, label: string) =>
  (await listOfficers(tx)).find(({ id }) => `staff:${id}` === label)
