import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Hit, priorScorer } from './score.ts'

const weights = new Map([
  ['M08', 0.8],
  ['N01', 0.3],
  ['M01', 0.3],
])
const score = priorScorer(weights)
const hits = fc.array(
  fc.record({
    code: fc.constantFrom('M08', 'N01', 'M01', 'unknown'),
    strength: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
)

it('joins signs as chances of a miss, strongest reason first', () => {
  expect(score([])).toEqual({ score: 0, reasons: [] })
  const both: Hit[] = [
    { code: 'N01', strength: 1 },
    { code: 'M08', strength: 0.5 },
  ]
  expect(score(both)).toEqual({ score: 0.58, reasons: ['M08', 'N01'] })
  expect(score([...both, { code: 'N01', strength: 0.2 }])).toEqual(score(both))
})

it('more and stronger signs never lower it, and it stays between 0 and 1', () => {
  fc.assert(
    fc.property(hits, hits, (some, more) => {
      const before = score(some).score
      const after = score([...some, ...more]).score
      return after >= before - 1e-6 && after <= 1 && before >= 0
    }),
  )
})
