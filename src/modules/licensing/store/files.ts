import { sql } from 'kysely'
import type { Tx } from '#platform/database'

/** Which of these files no row of this domain names. */
export async function listUnnamed(tx: Tx, digests: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ digest: string }>`
    select licensing.unnamed_files(${[...digests]}::text[]) as digest`.execute(tx)
  return rows.map(row => row.digest)
}
