import type { CountTable } from './table.ts'

export type Withheld = readonly (readonly boolean[])[]

/** One cell of a table by its line and column. */
export interface Cell {
  readonly r: number
  readonly c: number
}

/**
 * How many values a reader who knows every total and every open cell must still hold possible for a withheld one, counted up to
 * `enough`. A withheld cell is known to be at least 1, because noughts are never withheld.
 *
 * The tables that agree with what is open differ by circulations: what is added to a cell is taken back along a way of other
 * withheld cells. So the most that can be added is a greatest flow from the cell's column to its line, and the most that can be
 * taken a flow the other way (Gusfield 1988, "A graph theoretic approach to statistical data security").
 */
export function possibleValues(table: CountTable, withheld: Withheld, cell: Cell, enough: number): number {
  const up = flow(table, withheld, cell, 'add', enough)
  const down = Math.min(flow(table, withheld, cell, 'take', enough), (table.counts[cell.r]?.[cell.c] ?? 0) - 1)
  return Math.min(enough, 1 + up + down)
}

function flow(
  { counts, rows, columns }: CountTable,
  withheld: Withheld,
  cell: Cell,
  way: 'add' | 'take',
  enough: number,
) {
  const lines = rows.length
  const size = lines + columns.length
  const capacity = Array.from({ length: size }, () => new Array<number>(size).fill(0))
  const set = (from: number, to: number, value: number) => {
    const line = capacity[from]
    if (line) line[to] = value
  }
  for (const [r, line] of counts.entries())
    for (const [c, count] of line.entries())
      if (withheld[r]?.[c] && !(r === cell.r && c === cell.c)) {
        set(r, lines + c, enough) // may grow: what bounds it are the others
        set(lines + c, r, Math.min(enough, count - 1))
      }
  const [line, column] = [cell.r, lines + cell.c]
  return way === 'add' ? greatestFlow(capacity, column, line, enough) : greatestFlow(capacity, line, column, enough)
}

/** Edmonds–Karp, ended as soon as `enough` has flowed; changes `capacity`. */
function greatestFlow(capacity: number[][], source: number, sink: number, enough: number): number {
  let total = 0
  while (total < enough) {
    const from = wayBetween(capacity, source, sink)
    if (from === undefined) return total
    const steps: (readonly [number, number])[] = []
    for (let at = sink; at !== source; at = from[at] ?? source) steps.push([from[at] ?? source, at])
    const least = Math.min(enough - total, ...steps.map(([a, b]) => capacity[a]?.[b] ?? 0))
    for (const [a, b] of steps) {
      add(capacity, a, b, -least)
      add(capacity, b, a, least)
    }
    total += least
  }
  return total
}

function add(capacity: number[][], a: number, b: number, value: number): void {
  const line = capacity[a]
  if (line) line[b] = (line[b] ?? 0) + value
}

function wayBetween(capacity: readonly (readonly number[])[], source: number, sink: number): number[] | undefined {
  const from = new Array<number>(capacity.length).fill(-1)
  from[source] = source
  const queue = [source]
  for (const at of queue) {
    for (const [to, free] of (capacity[at] ?? []).entries()) {
      if (free <= 0 || from[to] !== -1) continue
      from[to] = at
      if (to === sink) return from
      queue.push(to)
    }
  }
  return undefined
}
