import { type Cell, possibleValues, type Withheld } from './guess.ts'
import { type Counted, type CountTable, columnTotals, mergeSmall, rowTotals, sum, tableOf } from './table.ts'

/** Why a set of counts may not leave the house. */
export type Violation = 'tooFew' | 'smallTotal' | 'smallCell' | 'guessable'

export interface OpenTable extends CountTable {
  readonly withheld: Withheld
}

export type Gated =
  | { readonly open: true; readonly table: OpenTable; readonly total: number }
  | { readonly open: false; readonly violation: Violation }

/**
 * k-匿名: small lines are joined (泛化), cells of fewer than `k` withheld (隐藏), and as many more as it takes that no withheld
 * cell can be computed from totals (补充隐藏). What comes out is judged by `violationsOf` once more, and shut when anything is left:
 * the maker of the table is not the one who opens the door.
 */
export function gate(counted: readonly Counted[], k: number): Gated {
  const whole = tableOf(counted)
  const total = sum(rowTotals(whole))
  if (total < k) return { open: false, violation: 'tooFew' }
  let violation: Violation = 'tooFew'
  // A line of five in two cells leaves only four possible values: then lines are joined more coarsely, as far as they go.
  for (let least = k; least <= total; least *= 2) {
    const table = mergeSmall(whole, least)
    const made = { ...table, withheld: withhold(table, k) }
    const found = violationOf(made, k)
    if (found === undefined) return { open: true, table: made, total }
    violation = found
  }
  return { open: false, violation }
}

/** The judge: whether a table as it would be published tells of fewer than `k`, by itself or by sums. */
export function violationOf(table: OpenTable, k: number): Violation | undefined {
  const totals = [...rowTotals(table), ...columnTotals(table)]
  if (totals.length === 0 || totals.some(total => total < k)) return 'smallTotal'
  for (const cell of cellsOf(table)) {
    const count = at(table, cell)
    if (!table.withheld[cell.r]?.[cell.c]) {
      if (count > 0 && count < k) return 'smallCell'
    } else if (possibleValues(table, table.withheld, cell, k) < k) return 'guessable'
  }
  return undefined
}

function withhold(table: CountTable, k: number): Withheld {
  const withheld = table.counts.map(line => line.map(count => count > 0 && count < k))
  for (;;) {
    const weak = cellsOf(table).filter(
      ({ r, c }) => withheld[r]?.[c] === true && possibleValues(table, withheld, { r, c }, k) < k,
    )
    const first = weak[0]
    if (first === undefined) return withheld
    const added = cover(table, withheld, first)
    if (added.length === 0) return withheld // the judge will shut it
    for (const { r, c } of added) {
      const line = withheld[r]
      if (line) line[c] = true
    }
  }
}

/** The smallest open cell of the same line and that of the same column: where the weak cell can hide. */
function cover(table: CountTable, withheld: Withheld, weak: Cell): Cell[] {
  const open = cellsOf(table).filter(({ r, c }) => at(table, { r, c }) > 0 && withheld[r]?.[c] === false)
  const smallest = (cells: readonly Cell[]) => cells.toSorted((a, b) => at(table, a) - at(table, b))[0]
  const beside = [smallest(open.filter(({ r }) => r === weak.r)), smallest(open.filter(({ c }) => c === weak.c))]
  const near = beside.flatMap(cell => (cell === undefined ? [] : [cell]))
  if (near.length > 0) return near
  const anywhere = smallest(open)
  return anywhere === undefined ? [] : [anywhere]
}

const at = ({ counts }: CountTable, { r, c }: Cell): number => counts[r]?.[c] ?? 0
const cellsOf = ({ counts }: CountTable): Cell[] => counts.flatMap((line, r) => line.map((_, c) => ({ r, c })))
