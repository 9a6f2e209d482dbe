import { ok, type Result, refuse } from '#kernel/refusal'
import type { Columns } from './columns.ts'

/** Where each column of the format stands in this file; columns the format does not know are ignored. */
export interface Header {
  readonly places: ReadonlyMap<string, number>
  readonly width: number
}

/** Every missing column is named at once, so that a file is mended in one go. */
export function readHeader(
  cells: readonly string[],
  spec: { readonly columns: Columns },
): Result<Header, 'csvColumnMissing' | 'csvColumnTwice'> {
  const names = cells.map(cell => cell.trim().toLowerCase())
  const missing = Object.entries(spec.columns).filter(([name, column]) => column.required && !names.includes(name))
  if (missing.length > 0) return refuse('csvColumnMissing', { columns: missing.map(([name]) => name).join('、') })
  const twice = names.find((name, index) => name in spec.columns && names.indexOf(name) !== index)
  if (twice !== undefined) return refuse('csvColumnTwice', { column: twice })
  return ok({ places: new Map(names.map((name, index) => [name, index])), width: cells.length })
}
