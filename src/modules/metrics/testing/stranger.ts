import type { OpenTable } from '../rules/open-data/gate.ts'
import { columnTotals, rowTotals } from '../rules/open-data/table.ts'

/** All values a stranger finds for a cell who tries every table of whole numbers that agrees with what is open. */
export function valuesByTrying(table: OpenTable, r: number, c: number): Set<number> {
  const [rows, columns] = [rowTotals(table), columnTotals(table)]
  const tried = table.counts.map((line, i) => line.map((count, j) => (table.withheld[i]?.[j] ? 0 : count)))
  const places = table.withheld.flatMap((line, i) => line.flatMap((hidden, j) => (hidden ? [[i, j] as const] : [])))
  const found = new Set<number>()
  const fill = (n: number, leftRows: readonly number[], leftColumns: readonly number[]): void => {
    const place = places[n]
    if (!place) {
      if (leftRows.every(left => left === 0) && leftColumns.every(left => left === 0)) found.add(tried[r]?.[c] ?? 0)
      return
    }
    const [i, j] = place
    const most = Math.min(leftRows[i] ?? 0, leftColumns[j] ?? 0)
    // The last hidden cell of a line has no choice.
    const least = places[n + 1]?.[0] === i ? 1 : Math.max(1, leftRows[i] ?? 0)
    for (let value = least; value <= most; value += 1) {
      const line = tried[i]
      if (line) line[j] = value
      fill(
        n + 1,
        leftRows.map((left, at) => (at === i ? left - value : left)),
        leftColumns.map((left, at) => (at === j ? left - value : left)),
      )
    }
  }
  const openSum = (line: readonly number[]) => line.reduce((a, b) => a + b, 0)
  fill(
    0,
    rows.map((total, i) => total - openSum(tried[i] ?? [])),
    columns.map((total, j) => total - openSum(tried.map(line => line[j] ?? 0))),
  )
  return found
}
