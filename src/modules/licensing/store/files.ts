import { sql } from 'kysely'
import type { Tx } from '#platform/database'

/** Whoever puts a file holds this until his transaction ends: a file is on the disk before the row that names it. */
export async function shareFiles(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(20261126, 814)`.execute(tx)
}

/** Nobody is between file and row while this is held; false when somebody is. */
export async function haveFilesAlone(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ alone: boolean }>`select pg_try_advisory_xact_lock(20261126, 814) as alone`.execute(tx)
  return rows[0]?.alone ?? false
}

/** Which of these files no row of this domain names. */
export async function listUnnamed(tx: Tx, digests: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ digest: string }>`
    select licensing.unnamed_files(${[...digests]}::text[]) as digest`.execute(tx)
  return rows.map(row => row.digest)
}
