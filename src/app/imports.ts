import { basename } from 'node:path'
import type { Result } from '#kernel/refusal'
import { refuse } from '#kernel/refusal'
import { importLicences } from '#modules/licensing'
import {
  type ImportReport,
  importAreas,
  importRetailers,
  importSchools,
  importServicePoints,
  parseAreasCsv,
  parseRetailersCsv,
  parseSchoolsCsv,
  parseServicePointsCsv,
} from '#modules/registry'
import { systemClock } from '../platform/clock.ts'
import { type CsvRefusal, type ParsedCsv, refuseIfAllBad, rejectedPath, writeRejected } from '../platform/csv.ts'
import type { Database, Tx } from '../platform/database.ts'
import type { Keyring } from '../platform/keyring.ts'

export interface ImportCounts {
  readonly file: string
  readonly inserted: number
  readonly updated: number
  readonly unchanged: number
  readonly rejected: number
  /** Where the bad rows stand with line, column, value and reason. */
  readonly rejectedFile?: string
}

type Report = ImportReport<unknown>
type Importer = (tx: Tx, path: string, keyring: Keyring) => Promise<Result<Report>>

const importer =
  <Row>(
    parse: (path: string) => Promise<Result<ParsedCsv<Row>, CsvRefusal>>,
    take: (tx: Tx, parsed: ParsedCsv<Row>, keyring: Keyring) => Promise<Report>,
  ): Importer =>
  async (tx, path, keyring) => {
    const parsed = await parse(path)
    return parsed.ok ? { ok: true, value: await take(tx, parsed.value, keyring) } : parsed
  }

/** Which domains take what from which file; a file is one transaction. */
const importers: Readonly<Record<string, Importer>> = {
  'areas.csv': importer(parseAreasCsv, importAreas),
  'retailers.csv': importer(parseRetailersCsv, async (tx, parsed, keyring) => {
    const report = await importRetailers(tx, parsed, keyring)
    await importLicences(
      tx,
      report.rows.map(({ row }) => row),
      { keyring, at: systemClock.now() },
    )
    return report
  }),
  'schools.csv': importer(parseSchoolsCsv, importSchools),
  'terminals.csv': importer(parseServicePointsCsv, importServicePoints),
}

export const importableFiles = Object.keys(importers)

/** Imports one file by its name; good rows together or nothing, bad rows beside the file. */
export async function importFile(database: Database, keyring: Keyring, path: string): Promise<Result<ImportCounts>> {
  const take = importers[basename(path)]
  if (!take) return refuse('fileUnknown', { file: basename(path), known: importableFiles.join('、') })
  const report = await database.within({ areas: 'all' }, tx => take(tx, path, keyring))
  if (!report.ok) return report
  const { inserted, updated, unchanged, rejected, rejects } = report.value
  // Also takes away an older list of rejects when this time every row was good.
  await writeRejected(path, rejects)
  const allBad = refuseIfAllBad(report.value)
  if (allBad) return allBad
  return {
    ok: true,
    value: {
      file: basename(path),
      inserted,
      updated,
      unchanged,
      rejected,
      ...(rejected > 0 ? { rejectedFile: rejectedPath(path) } : {}),
    },
  }
}
