import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { solveApart } from '../siting/run.ts'
import { solve } from '../siting/solver.ts'
import { coveringOf, greedy, programOf, reachedBy } from './siting.ts'

const place = fc.record({
  lng: fc.double({ min: 112.2, max: 112.4, noNaN: true }),
  lat: fc.double({ min: 22.1, max: 22.3, noNaN: true }),
})
const county = fc.record({
  shops: fc.array(place, { minLength: 1, maxLength: 25 }),
  candidates: fc.array(place, { minLength: 1, maxLength: 8 }),
  count: fc.integer({ min: 1, max: 3 }),
})

const gained = (reached: readonly (readonly number[])[], sites: readonly number[]) =>
  new Set(sites.flatMap(site => reached[site] ?? [])).size

function best(reached: readonly (readonly number[])[], count: number, from = 0, taken: readonly number[] = []): number {
  if (taken.length === count || from === reached.length) return gained(reached, taken)
  return Math.max(best(reached, count, from + 1, taken), best(reached, count, from + 1, [...taken, from]))
}

describe('the best next places', () => {
  it('are the best of all choices, proved', async () => {
    await fc.assert(
      fc.asyncProperty(county, async ({ shops, candidates, count }) => {
        const reached = reachedBy(shops, candidates, 3000)
        const covering = coveringOf(reached, count)
        if (covering.groups.length === 0) return
        const answer = await solve({ program: programOf(covering), seconds: 10 })
        expect(answer.exact).toBe(true)
        expect(answer.sites.length).toBeLessThanOrEqual(count)
        expect(gained(reached, answer.sites)).toBe(best(reached, count))
        const byGreed = greedy(reached, count).reduce((sum, { gains }) => sum + gains.length, 0)
        expect(byGreed).toBeLessThanOrEqual(best(reached, count))
      }),
      { numRuns: 25 },
    )
  })

  it('are found in a thread of its own that ends when it is told to', async () => {
    const covering = coveringOf([[0, 1], [1, 2, 3], [3]], 1)
    const task = { program: programOf(covering), seconds: 10 }
    expect(await solveApart(task, new AbortController().signal)).toEqual({ exact: true, sites: [1] })
    expect(await solveApart(task, AbortSignal.abort())).toBeUndefined()
  })
})
