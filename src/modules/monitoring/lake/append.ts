import { join } from 'node:path'
import type { Moment } from '#kernel/dates'
import type { Tx } from '#platform/database'
import { enqueue } from '#platform/jobs'
import { watchJobName } from '../jobs.ts'
import { openEngine } from './engine.ts'
import { importLakeText } from './import.ts'
import type { LakeTableName } from './tables.ts'

interface LakeLines {
  readonly table: LakeTableName
  readonly csv: string
}

/** Lines that the house itself writes into its lake, and the watch asked to look. Told twice they lie there once: a batch is named by its content. */
export async function appendToLake(tx: Tx, dataFolder: string, { table, csv }: LakeLines, at: Moment): Promise<void> {
  const engine = await openEngine({ memory: '256MB', threads: 1 })
  try {
    const lake = { folder: join(dataFolder, 'lake'), engine }
    const taken = await importLakeText(lake, { table, csv, takenAt: at.instant.toString() })
    if (!taken.ok) throw new Error(`lines of ${table} were not taken: ${taken.refusal}`)
  } finally {
    await engine.close()
  }
  await enqueue(tx, watchJobName, {}, { key: watchJobName, queue: watchJobName })
}
