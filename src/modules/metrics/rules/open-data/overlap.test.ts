import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { valuesByTrying } from '../../testing/stranger.ts'
import type { OpenColumn } from './dictionary.ts'
import { gate, type OpenTable } from './gate.ts'
import { overlaps } from './overlap.ts'
import { type Published, publishCounts, totalLabel } from './publish.ts'
import { type Counted, restLabel, rowTotals } from './table.ts'

const k = 5
const published = (counted: readonly Counted[], by: readonly [OpenColumn, OpenColumn]): Published => {
  const opened = publishCounts(counted, by, k)
  if (!opened.open) throw new Error(opened.why)
  return opened.published
}
const byFormat = (counts: Readonly<Record<string, readonly number[]>>) =>
  published(
    Object.entries(counts).flatMap(([row, line]) => line.map((count, c) => ({ row, column: `业态${c}`, count }))),
    ['town', 'format'],
  )
const byState = (counts: Readonly<Record<string, readonly number[]>>) =>
  published(
    Object.entries(counts).flatMap(([row, line]) => line.map((count, c) => ({ row, column: `状态${c}`, count }))),
    ['town', 'licenceState'],
  )

/** Shops of a small county: town, format and state of each. */
const shops = fc.array(
  fc.record({
    town: fc.constantFrom('甲', '乙', '丙', '丁'),
    format: fc.constantFrom('店', '超'),
    state: fc.constantFrom('有', '停'),
  }),
  { minLength: 20, maxLength: 90 },
)
type Shop = { town: string; format: string; state: string }
const counted = (all: readonly Shop[], column: 'format' | 'state'): Counted[] =>
  [
    ...Map.groupBy(
      all.toSorted((a, b) => a.town.localeCompare(b.town)),
      one => `${one.town} ${one[column]}`,
    ),
  ].map(([key, group]) => {
    const [row = '', name = ''] = key.split(' ')
    return { row, column: name, count: group.length }
  })
const both = (all: readonly Shop[], later: readonly Shop[] = all) => ({
  one: publishCounts(counted(all, 'format'), ['town', 'format'], k),
  other: publishCounts(counted(later, 'state'), ['town', 'licenceState'], k),
})

describe('two open tables over the same shops', () => {
  it('of one moment share their totals and pass', () => {
    expect(overlaps(byFormat({ 甲: [10, 20], 乙: [30, 5] }), byState({ 甲: [24, 6], 乙: [28, 7] }), k)).toBe(false)
    fc.assert(
      fc.property(shops, all => {
        const { one, other } = both(all)
        if (one.open && other.open) expect(overlaps(one.published, other.published, k)).toBe(false)
      }),
      { numRuns: 60 },
    )
  })

  it.each([
    ['one shop more in a town', { 甲: [24, 7], 乙: [28, 7] }, true],
    ['four shops fewer in all', { 甲: [20, 6], 乙: [28, 7] }, true],
    ['five shops more in a town', { 甲: [24, 11], 乙: [28, 7] }, false],
    ['a town of its own', { 甲: [24, 6], 乙: [28, 7], 丙: [6, 5] }, false],
  ])('with %s in the second one', (_, second, shut) =>
    expect(overlaps(byFormat({ 甲: [10, 20], 乙: [30, 5] }), byState(second), k)).toBe(shut),
  )

  it('do not tell what the one joined and the other named', () => {
    const one = byFormat({ 甲: [30, 20], 乙: [2, 2], 丙: [2, 1], 丁: [9, 9] })
    const other = byState({ 甲: [30, 20], 丁: [2, 2], 丙: [2, 1], 乙: [9, 9] })
    expect(overlaps(one, other, k)).toBe(true)
  })

  it('that pass never differ by one to four shops, in a town or in all, however many days lie between', () => {
    fc.assert(
      fc.property(shops, fc.nat({ max: 8 }), (all, gone) => {
        const { one, other } = both(all, all.slice(gone))
        if (!one.open || !other.open || overlaps(one.published, other.published, k)) return
        const totalsOf = (table: Published) =>
          new Map(table.lines.filter(line => line[1] === totalLabel).map(line => [line[0], Number(line[2])]))
        const [first, second] = [totalsOf(one.published), totalsOf(other.published)]
        for (const [label, total] of first) {
          const difference = total - (second.get(label) ?? total)
          expect(difference === 0 || Math.abs(difference) >= k, `${label} ${difference}`).toBe(true)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('tell of no group by town, format and state at once that is smaller than k, unless by noughts', () => {
    fc.assert(
      fc.property(shops, all => {
        const [one, other] = [gate(counted(all, 'format'), k), gate(counted(all, 'state'), k)]
        if (!one.open || !other.open) return
        for (const { town, format, state, values } of crossed(one.table, other.table)) {
          const count = all.filter(shop => shop.town === town && shop.format === format && shop.state === state).length
          expect(values.has(count)).toBe(true)
          if (count > 0 && count < k) expect(values.size, `${town}${format}${state} ${count}`).toBeGreaterThanOrEqual(k)
        }
      }),
      { numRuns: 25 },
    )
  })
})

/** What a stranger holds possible for each crossing of both tables: all between Fréchet's bounds, for every value an empty cell may have. */
function crossed(one: OpenTable, other: OpenTable) {
  const values = (table: OpenTable, r: number, c: number): readonly number[] =>
    table.withheld[r]?.[c] ? [...valuesByTrying(table, r, c)] : [table.counts[r]?.[c] ?? 0]
  const named = (labels: readonly string[]) =>
    labels.flatMap((label, at) => (label === restLabel ? [] : [{ label, at }]))
  return named(one.rows).flatMap(({ label: town, at: r }) => {
    const also = other.rows.indexOf(town)
    if (also === -1) return []
    const total = rowTotals(one)[r] ?? 0
    return named(one.columns).flatMap(({ label: format, at: c }) =>
      named(other.columns).map(({ label: state, at }) => {
        const found = new Set<number>()
        for (const f of values(one, r, c))
          for (const s of values(other, also, at))
            for (let n = Math.max(0, f + s - total); n <= Math.min(f, s); n += 1) found.add(n)
        return { town, format, state, values: found }
      }),
    )
  })
}
