import { basename } from 'node:path'
import { ok, type Result, refuse } from '#kernel/refusal'
import { decodeText, detectEncoding } from './decode.ts'
import { CsvMalformed } from './malformed.ts'
import type { CsvRefusal } from './read.ts'
import { recordsOf } from './records.ts'
import { unescapeFormula } from './write.ts'

/** A file whose columns no format names: its header, and its rows as wide as the header. */
export interface CsvTable {
  readonly header: readonly string[]
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[]
}

/** Reads such a file whole; short rows are filled with empty cells. The required columns are compared in small letters. */
export async function readTable(path: string, required: readonly string[]): Promise<Result<CsvTable, CsvRefusal>> {
  const file = basename(path)
  try {
    const encoding = await detectEncoding(path)
    if (!encoding.ok) return refuse(encoding.refusal, { file })
    const records = recordsOf(decodeText(path, encoding.value))
    const first = await records.next()
    if (first.done) return refuse('csvEmpty', { file })
    const header = first.value.cells.map(cell => cell.trim().toLowerCase())
    const missing = required.filter(name => !header.includes(name))
    if (missing.length > 0) return refuse('csvColumnMissing', { file, columns: missing.join('、') })
    const twice = header.find((name, at) => header.indexOf(name) !== at)
    if (twice !== undefined) return refuse('csvColumnTwice', { file, column: twice })
    const rows: { line: number; cells: string[] }[] = []
    for await (const { line, cells } of records)
      rows.push({ line, cells: header.map((_, at) => unescapeFormula((cells[at] ?? '').trim())) })
    return ok({ header, rows })
  } catch (error) {
    if (error instanceof CsvMalformed) return refuse('csvMalformed', { file, line: error.line })
    throw error
  }
}
