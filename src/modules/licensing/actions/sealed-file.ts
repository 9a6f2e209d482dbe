import type { Config } from '#platform/config'
import type { Database } from '#platform/database'
import { type DomainFiles, filesOfDomain } from '#platform/files'
import { sweepFiles } from '#platform/sealed-files'
import { listUnnamed } from '../store/files.ts'

/** 材料和现场照片 of licensing, one way for all: sealed on the disk, named by SM3, put in the transaction that names them. */
export const licensingFiles = (config: Pick<Config, 'dataFolder'>): Promise<DomainFiles> =>
  filesOfDomain(config, 'licensing')

/** Papers taken back, papers of an expired draft, and what an undone transaction left. */
export const sweepLicensingFiles = (database: Database, files: DomainFiles, now: Temporal.Instant): Promise<number> =>
  sweepFiles(database, { files, listUnnamed, now })
