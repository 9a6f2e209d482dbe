import { type Refusal, refuse } from '#kernel/refusal'
import { type CsvRow, type ParsedCsv, type Reject, rejectText } from '#platform/csv'
import { rowRefusals } from './words.ts'

/** What an import did. `rows` are the rows taken in, `rejects` all rows left out, those of the parser included. */
export interface ImportReport<Row> extends ParsedCsv<Row> {
  readonly inserted: number
  readonly updated: number
  readonly unchanged: number
  readonly rejected: number
}

export interface Saved {
  readonly inserted: number
  readonly updated: number
}

export function reportOf<Row>(checked: ParsedCsv<Row>, { inserted, updated }: Saved): ImportReport<Row> {
  const { rows, rejects } = checked
  return { ...checked, inserted, updated, unchanged: rows.length - inserted - updated, rejected: rejects.length }
}

/** A reason to leave a row out, with the column it is about; undefined when the row may stay. */
export type RowCheck<Row> = (
  row: Row,
  line: number,
) => { readonly value: string; readonly refusal: Refusal } | undefined

/** Moves the rows that a check refuses to the rejects. */
export function sift<Row>(parsed: ParsedCsv<Row>, check: RowCheck<Row>): ParsedCsv<Row> {
  const rows: CsvRow<Row>[] = []
  const rejects: Reject[] = [...parsed.rejects]
  for (const item of parsed.rows) {
    const bad = check(item.row, item.line)
    if (bad === undefined) {
      rows.push(item)
      continue
    }
    const column = String(bad.refusal.details?.['column'] ?? '')
    rejects.push({ line: item.line, column, value: bad.value, reason: rejectText(bad.refusal, rowRefusals) })
  }
  return { file: parsed.file, rows, rejects }
}

/** The area code of a row must be on record. */
export const areaKnown =
  <Row extends { readonly areaCode: string | null }>(known: ReadonlyMap<string, string>): RowCheck<Row> =>
  ({ areaCode }) =>
    areaCode === null || known.has(areaCode)
      ? undefined
      : { value: areaCode, refusal: refuse('areaUnknown', { column: 'area_code', code: areaCode }) }
