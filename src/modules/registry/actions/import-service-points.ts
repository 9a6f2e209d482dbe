import type { ParsedCsv } from '#platform/csv'
import type { Tx } from '#platform/database'
import { areaKnown, type ImportReport, reportOf, sift } from '../imports/report.ts'
import type { ServicePointCsvRow } from '../imports/service-point-csv.ts'
import * as store from '../store.ts'

/** Takes in `terminals.csv`: where services are offered, not yet which machines are trusted (access enrols those). */
export async function importServicePoints(
  tx: Tx,
  parsed: ParsedCsv<ServicePointCsvRow>,
): Promise<ImportReport<ServicePointCsvRow>> {
  const known = await store.findAreaNames(
    tx,
    parsed.rows.map(({ row }) => row.areaCode),
  )
  const checked = sift(parsed, areaKnown(known))
  return reportOf(
    checked,
    await store.saveServicePoints(
      tx,
      checked.rows.map(({ row }) => row),
    ),
  )
}
