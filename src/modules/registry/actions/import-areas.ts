import { refuse } from '#kernel/refusal'
import type { ParsedCsv } from '#platform/csv'
import type { Tx } from '#platform/database'
import type { AreaCsvRow } from '../imports/area-csv.ts'
import { type ImportReport, reportOf, sift } from '../imports/report.ts'
import * as store from '../store.ts'

/** Takes in `areas.csv`. A row stays out when its parent is neither on record nor in the file; so do its children then. */
export async function importAreas(tx: Tx, parsed: ParsedCsv<AreaCsvRow>): Promise<ImportReport<AreaCsvRow>> {
  const parents = parsed.rows.flatMap(({ row }) => row.parentCode ?? [])
  const onRecord = await store.findAreaNames(tx, parents)
  const checked = withParents(parsed, new Set(onRecord.keys()))
  return reportOf(
    checked,
    await store.saveAreas(
      tx,
      checked.rows.map(({ row }) => row),
    ),
  )
}

function withParents(parsed: ParsedCsv<AreaCsvRow>, onRecord: ReadonlySet<string>): ParsedCsv<AreaCsvRow> {
  const known = new Set([...onRecord, ...parsed.rows.map(({ row }) => row.code)])
  const checked = sift(parsed, ({ parentCode }) =>
    parentCode === null || known.has(parentCode)
      ? undefined
      : { value: parentCode, refusal: refuse('areaUnknown', { column: 'parent_code', code: parentCode }) },
  )
  return checked.rows.length === parsed.rows.length ? checked : withParents(checked, onRecord)
}
