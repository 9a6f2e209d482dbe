/** One counted thing by two of its properties that others may know too (准标识符). */
interface Unit {
  readonly row: string
  readonly column: string
}

/** Counts by two properties; `withheld` cells are known to us and told to nobody. */
export interface CountTable {
  readonly rows: readonly string[]
  readonly columns: readonly string[]
  readonly counts: readonly (readonly number[])[]
}

export interface Counted extends Unit {
  readonly count: number
}

/** The rest of the lines or columns that are too small to stand alone. */
export const restLabel = '其他（合并）'

export const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)
export const rowTotals = ({ counts }: CountTable): number[] => counts.map(sum)
export const columnTotals = ({ counts, columns }: CountTable): number[] =>
  columns.map((_, column) => sum(counts.map(line => line[column] ?? 0)))

/** Lines and columns in the order in which they were first met. */
export function tableOf(counted: readonly Counted[]): CountTable {
  const rows = [...new Set(counted.map(({ row }) => row))]
  const columns = [...new Set(counted.map(({ column }) => column))]
  const counts = rows.map(row =>
    columns.map(column =>
      sum(counted.filter(one => one.row === row && one.column === column).map(({ count }) => count)),
    ),
  )
  return { rows, columns, counts }
}

/** The same counts with lines and columns told from each other only where each has at least `k` units: 泛化. */
export function mergeSmall(table: CountTable, k: number): CountTable {
  const rows = mergedLabels(table.rows, rowTotals(table), k)
  const columns = mergedLabels(table.columns, columnTotals(table), k)
  return tableOf(
    table.counts.flatMap((line, r) =>
      line.map((count, c) => ({ row: rows[r] ?? restLabel, column: columns[c] ?? restLabel, count })),
    ),
  )
}

/** Every label below `k` goes to the rest; while the rest is still below, the smallest of the others follows. */
function mergedLabels(labels: readonly string[], totals: readonly number[], k: number): string[] {
  const bySize = labels.map((_, at) => at).toSorted((a, b) => (totals[a] ?? 0) - (totals[b] ?? 0))
  const merged = new Set<number>()
  let rest = 0
  for (const at of bySize) {
    const total = totals[at] ?? 0
    if (total >= k && (merged.size === 0 || rest >= k)) break
    merged.add(at)
    rest += total
  }
  return labels.map((label, at) => (merged.has(at) ? restLabel : label))
}
