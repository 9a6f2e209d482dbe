import { Readable } from 'node:stream'
import { CsvError, type Options, parse } from 'csv-parse'
import { CsvMalformed } from './malformed.ts'

export interface CsvRecord {
  /** Line of the file on which the record begins, from 1. */
  readonly line: number
  readonly cells: readonly string[]
}

/**
 * Splits text into records. Lines are counted here: csv-parse counts a CRLF inside quotes twice.
 * A stray quote inside a cell stays text; one row is no reason to lose a file. Empty lines are passed over.
 * @throws CsvMalformed when a quote is never closed, or a record is larger than 1 MB
 */
export async function* recordsOf(text: AsyncIterable<string>): AsyncGenerator<CsvRecord> {
  let line = 1
  const options: Options<CsvRecord, string[]> = {
    relax_column_count: true,
    relax_quotes: true,
    record_delimiter: ['\r\n', '\n'],
    max_record_size: 1_000_000,
    on_record: (cells: string[]): CsvRecord | null => {
      const record = { line, cells }
      line += 1 + cells.reduce((breaks, cell) => breaks + (cell.match(/\n/gu)?.length ?? 0), 0)
      return cells.length > 1 || cells[0]?.trim() ? record : null
    },
  }
  // The library's types know no other record than string[].
  const parser = parse(options as unknown as Options)
  const source = Readable.from(text)
  source.on('error', error => parser.destroy(error)).pipe(parser)
  try {
    yield* parser as AsyncIterable<CsvRecord>
  } catch (error) {
    // Counted while splitting: the stream drops records already split when a later one fails.
    throw error instanceof CsvError ? new CsvMalformed(line) : error
  } finally {
    source.destroy()
  }
}
