/** One column of an export: its head and the text of a row. */
export interface CsvColumn<Row> {
  readonly head: string
  readonly cell: (row: Row) => string | number | null
}

/** Excel reads a UTF-8 file as GBK unless it begins with this mark. */
const BYTE_ORDER_MARK = '\uFEFF'

/**
 * RFC 4180 with CRLF. A cell that begins with = + - @ tab or return gets an apostrophe before it: a shop name must not
 * run as a formula on the desk of the person who opens the list.
 */
export function csvText<Row>(rows: readonly Row[], columns: readonly CsvColumn<Row>[]): string {
  const lines = [columns.map(column => column.head), ...rows.map(row => columns.map(column => column.cell(row) ?? ''))]
  return BYTE_ORDER_MARK + lines.map(cells => `${cells.map(csvCell).join(',')}\r\n`).join('')
}

export function csvCell(value: string | number): string {
  const text = typeof value === 'string' && /^[=+\-@\t\r＝＋－＠]/u.test(value) ? `'${value}` : String(value)
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Hands a text to the browser as a file. */
export function downloadCsv(fileName: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  const link = Object.assign(document.createElement('a'), { href: url, download: fileName })
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
