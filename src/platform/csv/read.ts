import { basename } from 'node:path'
import { ok, type Refusal, type Result, refuse } from '#kernel/refusal'
import type { CsvSpec } from './columns.ts'
import { decodeText, detectEncoding, type Source } from './decode.ts'
import { type Header, readHeader } from './header.ts'
import { CsvMalformed } from './malformed.ts'
import { recordsOf } from './records.ts'
import type { csvRefusals } from './refusals.ts'
import { type Reject, rejectText } from './rejected.ts'
import { unescapeFormula } from './write.ts'

export interface CsvRow<Row> {
  readonly line: number
  readonly row: Row
}

export type CsvItem<Row> = CsvRow<Row> | Reject

export interface Upload {
  readonly name: string
  readonly bytes: Uint8Array
}

/** A whole file: what can be taken in, and what cannot with the reason. */
export interface ParsedCsv<Row> {
  /** The name of the file without its folder. */
  readonly file: string
  readonly rows: readonly CsvRow<Row>[]
  readonly rejects: readonly Reject[]
}

export type CsvRefusal = Extract<keyof typeof csvRefusals, `csv${string}`>

/**
 * A file in which every row is bad is refused whole; called after the last check of the rows, when
 * `<file>.rejected.csv` has been written. A file with a header alone is empty, not bad.
 */
export function refuseIfAllBad({ file, rows, rejects }: ParsedCsv<unknown>): Refusal<'csvAllRowsBad'> | undefined {
  return rows.length === 0 && rejects.length > 0 ? refuse('csvAllRowsBad', { file, rows: rejects.length }) : undefined
}

/** Reads a file of thousands of rows at once; refused whole when it is no text or lacks a required column. */
export async function readCsv<Row>(
  from: string | Upload,
  spec: CsvSpec<Row>,
): Promise<Result<ParsedCsv<Row>, CsvRefusal>> {
  const file = basename(typeof from === 'string' ? from : from.name)
  try {
    const stream = await streamCsv(typeof from === 'string' ? from : from.bytes, spec)
    if (!stream.ok) return refuse(stream.refusal, { ...stream.details, file })
    return ok({ file, ...(await collect(stream.value)) })
  } catch (error) {
    if (error instanceof CsvMalformed) return refuse('csvMalformed', { file, line: error.line })
    throw error
  }
}

async function collect<Row>(items: AsyncIterable<CsvItem<Row>>): Promise<Omit<ParsedCsv<Row>, 'file'>> {
  const rows: CsvRow<Row>[] = []
  const rejects: Reject[] = []
  for await (const item of items) {
    if ('row' in item) rows.push(item)
    else rejects.push(item)
  }
  return { rows, rejects }
}

/**
 * Reads a file of any size row by row; memory holds one row and, where the format has a natural key, the keys.
 * @throws CsvMalformed at once or while iterating, when a quote is never closed: keep nothing of the file then
 */
export async function streamCsv<Row>(
  source: Source,
  spec: CsvSpec<Row>,
): Promise<Result<AsyncGenerator<CsvItem<Row>>, CsvRefusal>> {
  const encoding = await detectEncoding(source)
  if (!encoding.ok) return encoding
  const records = recordsOf(decodeText(source, encoding.value))
  const first = await records.next()
  if (first.done) return refuse('csvEmpty')
  const header = readHeader(first.value.cells, spec)
  if (!header.ok) return header
  return ok(itemsOf(records, header.value, spec))
}

async function* itemsOf<Row>(
  records: ReturnType<typeof recordsOf>,
  header: Header,
  spec: CsvSpec<Row>,
): AsyncGenerator<CsvItem<Row>> {
  const seen = new Map<string, number>()
  for await (const { line, cells } of records) {
    const result = readRow(cells, header, spec)
    if (!result.ok) {
      yield rejectOf(result, { line, cells, header, spec })
      continue
    }
    const key = spec.key?.(result.value)
    const before = key === undefined ? undefined : seen.get(key)
    if (before !== undefined) {
      yield rejectOf(refuse('rowTwice', { line: before }), { line, cells, header, spec })
      continue
    }
    if (key !== undefined) seen.set(key, line)
    yield { line, row: result.value }
  }
}

function readRow<Row>(cells: readonly string[], header: Header, spec: CsvSpec<Row>): Result<Row> {
  if (cells.length !== header.width) return refuse('rowWidth', { cells: cells.length, columns: header.width })
  const values: Record<string, unknown> = {}
  for (const [name, column] of Object.entries(spec.columns)) {
    const at = header.places.get(name)
    const value = column.read(at === undefined ? '' : unescapeFormula((cells[at] ?? '').trim()))
    if (!value.ok) return { ...value, details: { ...value.details, column: name } }
    values[name] = value.value
  }
  return spec.toRow(values)
}

interface Place<Row> {
  readonly line: number
  readonly cells: readonly string[]
  readonly header: Header
  readonly spec: CsvSpec<Row>
}

function rejectOf<Row>(refusal: Refusal, { line, cells, header, spec }: Place<Row>): Reject {
  const column = String(refusal.details?.['column'] ?? '')
  const at = header.places.get(column)
  return { line, column, value: at === undefined ? '' : (cells[at] ?? ''), reason: rejectText(refusal, spec.refusals) }
}
