import type { OpenColumn } from './dictionary.ts'
import { type Published, totalLabel } from './publish.ts'
import { restLabel, sum } from './table.ts'

/** The totals of one property, as everybody reads them from a table. */
interface Margin {
  readonly named: ReadonlyMap<string, number>
  /** Some labels stand together under one name. */
  readonly joined: boolean
  readonly total: number
}

/**
 * 相减: whether two open tables over the same kind of things tell of fewer than `k` by the difference of what they share. The same town
 * with 120 in one and 118 in the other is two of whom neither table was to tell: a table that was made a few days later, or one over a
 * part of the things of the other. Tables over one base differ by nought, and what they join is nested, because both join the
 * smallest first; whatever else stands there is shut.
 */
export const overlaps = (one: Published, other: Published, k: number): boolean =>
  one.columns
    .filter(column => column !== 'count' && other.columns.includes(column))
    .some(column => tells(marginOf(one, column), marginOf(other, column), k))

function tells(one: Margin, other: Margin, k: number): boolean {
  const shared = [...new Set([...one.named.keys(), ...other.named.keys()])].flatMap(label => {
    const [a, b] = [totalOf(one, label), totalOf(other, label)]
    return a === undefined || b === undefined ? [] : [{ a, b }]
  })
  const bothNamed = [...one.named.keys()].filter(label => other.named.has(label)).length
  // Neither rest lies within the other: their difference is a label that one of them hid.
  if (one.joined && other.joined && bothNamed < Math.min(one.named.size, other.named.size)) return true
  const rest = one.total - sum(shared.map(({ a }) => a)) - (other.total - sum(shared.map(({ b }) => b)))
  return [...shared.map(({ a, b }) => a - b), rest].some(difference => difference !== 0 && Math.abs(difference) < k)
}

/** Undefined where the label may lie among the joined; nought where it would have a name of its own. */
const totalOf = ({ named, joined }: Margin, label: string): number | undefined =>
  named.get(label) ?? (joined ? undefined : 0)

function marginOf({ columns, lines }: Published, column: OpenColumn): Margin {
  const [own, beside, count] = [columns.indexOf(column), 1 - columns.indexOf(column), columns.indexOf('count')]
  const totals = lines
    .filter(line => line[beside] === totalLabel)
    .map(line => [String(line[own]), Number(line[count])] as const)
  return {
    named: new Map(totals.filter(([label]) => label !== totalLabel && label !== restLabel)),
    joined: totals.some(([label]) => label === restLabel),
    total: totals.find(([label]) => label === totalLabel)?.[1] ?? 0,
  }
}
