import { sql } from 'kysely'
import type { Config } from '#platform/config'
import type { Tx } from '#platform/database'
import { type DomainFiles, filesOfDomain } from '#platform/files'

/** 检查照片, sealed on the disk and named by SM3. */
export const inspectionFiles = (config: Pick<Config, 'dataFolder'>): Promise<DomainFiles> =>
  filesOfDomain(config, 'inspection')

/** Which of these files no row of this domain names. */
export async function listUnnamed(tx: Tx, digests: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ digest: string }>`
    select inspection.unnamed_files(${[...digests]}::text[]) as digest`.execute(tx)
  return rows.map(row => row.digest)
}
