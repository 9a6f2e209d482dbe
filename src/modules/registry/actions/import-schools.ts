import { refuse } from '#kernel/refusal'
import type { ParsedCsv } from '#platform/csv'
import type { Tx } from '#platform/database'
import { areaKnown, type ImportReport, type RowCheck, reportOf, sift } from '../imports/report.ts'
import type { SchoolCsvRow } from '../imports/school-csv.ts'
import * as store from '../store.ts'

/** Takes in `schools.csv`; all gates of one school must agree on what the school is. */
export async function importSchools(tx: Tx, parsed: ParsedCsv<SchoolCsvRow>): Promise<ImportReport<SchoolCsvRow>> {
  const known = await store.findAreaNames(
    tx,
    parsed.rows.flatMap(({ row }) => row.areaCode ?? []),
  )
  const checked = sift(sift(parsed, areaKnown(known)), agreesWithFirstGate())
  return reportOf(
    checked,
    await store.saveSchools(
      tx,
      checked.rows.map(({ row }) => row),
    ),
  )
}

function agreesWithFirstGate(): RowCheck<SchoolCsvRow> {
  const first = new Map<string, { readonly line: number; readonly facts: string }>()
  return ({ schoolId, name, kind, areaCode }, line) => {
    const facts = JSON.stringify([name, kind, areaCode])
    const before = first.get(schoolId)
    if (before === undefined) first.set(schoolId, { line, facts })
    return before === undefined || before.facts === facts
      ? undefined
      : { value: schoolId, refusal: refuse('schoolDiffers', { column: 'school_id', line: before.line }) }
  }
}
