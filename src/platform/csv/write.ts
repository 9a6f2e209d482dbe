import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { stringify } from 'csv-stringify'
import { stringify as stringifyNow } from 'csv-stringify/sync'

type Cell = string | number | null | undefined
export type Line = readonly Cell[]

const formulaLike = /^'*[=+\-@\t\r＝＋－＠]/u
const plainNumber = /^-\d+(?:\.\d+)?$/u

/**
 * A text that a spreadsheet would run as a formula gets an apostrophe before it (公式注入).
 * A negative decimal is a number, not a formula. `unescapeFormula` is the exact inverse.
 */
export function escapeFormula(text: string): string {
  return formulaLike.test(text) && !plainNumber.test(text) ? `'${text}` : text
}

/** Takes back the apostrophe of an export, so that an exported file can be imported again unchanged. */
export function unescapeFormula(text: string): string {
  const inner = text.slice(1)
  return text.startsWith("'") && formulaLike.test(inner) && !plainNumber.test(inner) ? inner : text
}

const options = { record_delimiter: '\n', cast: { string: escapeFormula } } as const

/** RFC 4180 text of a few lines; empty cells for null and undefined. */
export function csvLines(lines: readonly Line[]): string {
  return stringifyNow([...lines], options)
}

/** Writes a whole file, header first; `bom` for files that people open in a spreadsheet. Mode 0600: rows hold personal data. */
export async function writeCsv(
  path: string,
  lines: Iterable<Line> | AsyncIterable<Line>,
  { bom = false }: { readonly bom?: boolean } = {},
): Promise<void> {
  await pipeline(Readable.from(lines), stringify({ ...options, bom }), createWriteStream(path, { mode: 0o600 }))
}
