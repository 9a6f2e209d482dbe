import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { valuesByTrying } from '../../testing/stranger.ts'
import { gate, violationOf } from './gate.ts'
import { type Counted, columnTotals, restLabel, rowTotals } from './table.ts'

const k = 5
const counted = (counts: readonly (readonly number[])[]): Counted[] =>
  counts.flatMap((line, r) => line.map((count, c) => ({ row: `镇${r}`, column: `业态${c}`, count })))

describe('the gate of open data', () => {
  it('lets counts of five and more pass as they are', () => {
    const gated = gate(counted([[10, 20], [30, 5]]), k) // biome-ignore format: a table
    expect(gated).toMatchObject({ open: true, total: 65, table: { withheld: [[false, false], [false, false]] } }) // biome-ignore format: a table
  })

  it('withholds a small cell and enough others that totals do not give it away', () => {
    const gated = gate(counted([[3, 20, 30], [40, 12, 60], [9, 15, 70]]), k) // biome-ignore format: a table
    if (!gated.open) throw new Error(gated.violation)
    expect(gated.table.withheld.flat().filter(Boolean).length).toBeGreaterThanOrEqual(4)
    expect(gated.table.withheld[0]?.[0]).toBe(true)
  })

  it('joins lines that are too small to be told apart', () => {
    const gated = gate(counted([[2, 1], [1, 1], [50, 60], [70, 80]]), k) // biome-ignore format: a table
    expect(gated.open && gated.table.rows).toContain(restLabel)
    expect(gated.open && rowTotals(gated.table).every(total => total >= k)).toBe(true)
  })

  it.each([
    ['nothing at all', []],
    ['four shops', [[1, 3]]],
  ])('stays shut for %s', (_, counts) => expect(gate(counted(counts), k)).toEqual({ open: false, violation: 'tooFew' }))

  it.each<[string, readonly (readonly boolean[])[], string]>([
    ['a small cell is open', [[false, false], [false, false]], 'smallCell'], // biome-ignore format: a table
    ['a small cell is the rest of its line', [[true, false], [false, false]], 'guessable'], // biome-ignore format: a table
    ['a column gives it away', [[true, true], [false, false]], 'guessable'], // biome-ignore format: a table
    ['four cells hide it', [[true, true], [true, true]], ''], // biome-ignore format: a table
  ])('the judge sees when %s', (_, withheld, violation) => {
    const table = { rows: ['a', 'b'], columns: ['x', 'y'], counts: [[3, 20], [40, 30]], withheld } // biome-ignore format: a table
    expect(violationOf(table, k) ?? '').toBe(violation)
  })

  it('never publishes a cell below k, nor one that a stranger narrows to fewer than k values by trying all tables', () => {
    const tables = fc.array(fc.array(fc.integer({ min: 0, max: 7 }), { minLength: 3, maxLength: 3 }), {
      minLength: 2,
      maxLength: 3,
    })
    fc.assert(
      fc.property(tables, counts => {
        const gated = gate(counted(counts), k)
        if (!gated.open) return
        const { table } = gated
        for (const [r, line] of table.counts.entries())
          for (const [c, count] of line.entries()) {
            if (table.withheld[r]?.[c]) expect(valuesByTrying(table, r, c).size).toBeGreaterThanOrEqual(k)
            else expect(count === 0 || count >= k).toBe(true)
          }
        expect([...rowTotals(table), ...columnTotals(table)].every(total => total >= k)).toBe(true)
      }),
      { numRuns: 40 },
    )
  })
})
