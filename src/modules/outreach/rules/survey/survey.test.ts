import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { estimate, type Stratum, type UnitAnswers } from './estimate.ts'
import { allocate, drawUnits } from './sample.ts'

const policy = { leastAnswers: 4, leastResponse: 0.6 }
const frameOf = (counts: Readonly<Record<string, number>>) =>
  Object.entries(counts).flatMap(([town, count]) =>
    Array.from({ length: count }, (_, n) => ({ town, licenceNo: `${town}-${String(n).padStart(4, '0')}` })),
  )
/** No hash is needed to test the order: the number turned round. */
const score = (licenceNo: string) => [...licenceNo].reverse().join('')

describe('the sample', () => {
  it('is shared among the towns in proportion, at least two each, never more than there are', () => {
    expect([
      ...allocate(
        [
          { town: 'a', frame: 1000 },
          { town: 'b', frame: 500 },
          { town: 'c', frame: 1 },
        ],
        30,
      ),
    ]).toEqual([
      ['a', 19],
      ['b', 10],
      ['c', 1],
    ])
  })

  it('is the same for everybody who has the seed and the list, whatever the order of the list', () => {
    const frame = frameOf({ a: 40, b: 20 })
    expect(drawUnits(frame.toReversed(), 12, score)).toEqual(drawUnits(frame, 12, score))
    expect(drawUnits(frame, 12, score).map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4])
  })

  it('has every shop once and no town more than it has, for any county', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 11 }),
        fc.integer({ min: 1, max: 200 }),
        (counts, wanted) => {
          const frame = frameOf(Object.fromEntries(counts.map((count, n) => [`t${n}`, count])))
          const drawn = drawUnits(frame, wanted, score)
          expect(new Set(drawn.map(({ licenceNo }) => licenceNo)).size).toBe(drawn.length)
          for (const [n, count] of counts.entries()) {
            const own = drawn.filter(({ town }) => town === `t${n}`).length
            expect(own).toBeLessThanOrEqual(count)
            expect(own).toBeGreaterThanOrEqual(Math.min(2, count))
          }
        },
      ),
      { numRuns: 100 },
    )
  })
})

const strata: readonly Stratum[] = [
  { town: 'a', frame: 100, drawn: 4 },
  { town: 'b', frame: 300, drawn: 4 },
]
const unit = (town: string, ...shares: number[]): UnitAnswers => ({ town, shares })

describe('the estimate', () => {
  it('weighs towns by their shops and not by who answered', () => {
    const units = [unit('a', 1), unit('a', 1), unit('a', 1), unit('a', 0.8), unit('b', 0.4), unit('b', 0.6)]
    const result = estimate(units, strata, policy)
    // 0.25 × 0.95 + 0.75 × 0.5
    expect(result.share).toBeCloseTo(0.6125)
    expect(result.response).toBeCloseTo(0.75)
    expect(result.reasons).toEqual([])
    expect(result.low).toBeLessThan(0.6125)
    expect(result.high).toBeGreaterThan(0.6125)
  })

  it('agrees with the textbook variance of a simple stratum', () => {
    // One town, 4 of 100, shares 1 1 0 0: s² = 1/3, V = 0.96 × (1/3) / 4 = 0.08; n = 0.25 / 0.08 = 3.125
    const result = estimate([unit('a', 1), unit('a', 1), unit('a', 0), unit('a', 0)], strata.slice(0, 1), policy)
    expect(result.share).toBe(0.5)
    expect(result.low).toBeCloseTo(0.1287, 3)
    expect(result.high).toBeCloseTo(0.8713, 3)
  })

  it('residents of one door are one cluster: the same shares in fewer clusters give a wider interval', () => {
    const spread = [1, 0, 1, 0, 1, 0, 1, 0].map(share => unit('b', share))
    const clustered = [unit('b', 1, 1, 1, 1), unit('b', 0, 0, 0, 0)]
    const [one] = strata.slice(1)
    if (!one) throw new Error('no stratum')
    const wide = estimate(clustered, [{ ...one, drawn: 2 }], policy)
    const narrow = estimate(spread, [{ ...one, drawn: 8 }], policy)
    expect(wide.share).toBe(narrow.share)
    expect((wide.high ?? 0) - (wide.low ?? 0)).toBeGreaterThan((narrow.high ?? 0) - (narrow.low ?? 0))
  })

  it.each<[string, UnitAnswers[], string[]]>([
    ['nobody answered', [], ['fewAnswers', 'lowResponse', 'townsMissing']],
    ['one town is silent', ['a', 'a', 'a', 'a'].map(town => unit(town, 1)), ['lowResponse', 'townsMissing']],
    ['few', [unit('a', 1), unit('b', 1)], ['fewAnswers', 'lowResponse']],
  ])('%s: not to be published, and why', (_, units, reasons) => {
    expect(estimate(units, strata, policy).reasons).toEqual(reasons)
  })

  it('stays within 0 and 1 for any answers', () => {
    const town = fc.constantFrom('a', 'b')
    const answers = fc.array(
      fc.record({ town, shares: fc.array(fc.constantFrom(0, 0.2, 0.5, 1), { minLength: 1, maxLength: 4 }) }),
      { minLength: 1, maxLength: 12 },
    )
    fc.assert(
      fc.property(answers, units => {
        const { share, low, high } = estimate(units, strata, policy)
        expect(low).toBeGreaterThanOrEqual(0)
        expect(high).toBeLessThanOrEqual(1)
        expect(share ?? -1).toBeGreaterThanOrEqual((low ?? 0) - 1e-9)
        expect(share ?? 2).toBeLessThanOrEqual((high ?? 0) + 1e-9)
      }),
    )
  })
})
