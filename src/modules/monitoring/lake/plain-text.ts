/** A batch in which a line break ends a line and a comma ends a cell, and nothing else does. */
export interface PlainText {
  /** The lines below the header, joined by `\n`. */
  readonly body: string
  /** Column names as the header has them, trimmed and in lower case. */
  readonly header: readonly string[]
}

/** Quotes, formula guards, tabs and white space other than a blank need the reader of the house. */
const needsReader = /["'\0\t\v\f\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]|\r(?!\n)/u

/**
 * Whether DuckDB may split this text by itself, line by line, without an object for each: true of nearly every feed of a
 * machine. Anything that the house's own reader would treat otherwise goes to that reader.
 */
export function plainText(text: string): PlainText | undefined {
  const bare = text.startsWith('\ufeff') ? text.slice(1) : text
  if (needsReader.test(bare)) return undefined
  const whole = bare.includes('\r') ? bare.replaceAll('\r\n', '\n') : bare
  const lines = whole.endsWith('\n') ? whole.slice(0, -1) : whole
  const end = lines.indexOf('\n')
  if (end < 1) return undefined
  const header = lines
    .slice(0, end)
    .split(',')
    .map(name => name.trim().toLowerCase())
  const body = lines.slice(end + 1)
  return new Set(header).size === header.length && hasWidth(body, header.length) ? { body, header } : undefined
}

/** Every line has as many cells as the header, and none is blank. */
function hasWidth(body: string, width: number): boolean {
  let cells = 1
  let begin = 0
  for (let at = 0; at <= body.length; at += 1) {
    const character = at === body.length ? 10 : body.charCodeAt(at)
    if (character === 44) cells += 1
    if (character !== 10) continue
    if (cells !== width || at === begin) return false
    cells = 1
    begin = at + 1
  }
  return true
}
