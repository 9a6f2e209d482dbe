import { parse } from 'csv-parse/sync'

export interface Row {
  readonly instance: string
  /** A number of this row; the columns were checked when the file was read. */
  readonly numbers: (column: string) => number
}

/** A file of numbers with an `instance` column. Throws a Chinese sentence that names file, line and column. */
export function readRows(text: string, path: string, columns: readonly string[]): Row[] {
  const rows = parse(text, { columns: true, bom: true, skip_empty_lines: true, trim: true }) as Record<string, string>[]
  const [first] = rows
  if (first === undefined) throw new Error(`${path} 里没有数据行。`)
  const missing = ['instance', ...columns].filter(column => !(column in first))
  if (missing.length > 0) throw new Error(`${path} 缺少列：${missing.join('、')}。`)
  return rows.map((row, index) => {
    for (const column of columns)
      if (row[column] === '' || !Number.isFinite(Number(row[column])))
        throw new Error(`${path} 第 ${index + 2} 行的 ${column} 不是数字：${row[column]}。`)
    return { instance: row['instance'] ?? '', numbers: column => Number(row[column]) }
  })
}
