import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { challengeOutcomes, decideFace, type FaceClaim, type FacePolicy } from './decide-face.ts'

const policy: FacePolicy = { sameFrom: 0.5, differentBelow: 0.4, challengeSeconds: 10, tries: 3 }
const inDemo = { demo: true }
const inService = { demo: false }

describe('the result of a comparison', () => {
  it.each<[string, FaceClaim, 'passed' | 'grey' | 'failed']>([
    ['at the upper number', { score: 0.5, challenge: 'passed' }, 'passed'],
    ['just below it', { score: 0.499, challenge: 'passed' }, 'grey'],
    ['at the lower number', { score: 0.4, challenge: 'passed' }, 'grey'],
    ['just below that', { score: 0.399, challenge: 'passed' }, 'failed'],
    ['a perfect likeness that did not move', { score: 1, challenge: 'timeOut' }, 'failed'],
    ['a perfect likeness that moved wrongly', { score: 1, challenge: 'failed' }, 'failed'],
    ['a simulated movement in service', { score: 1, challenge: 'simulated' }, 'failed'],
  ])('%s', (_, claim, result) => expect(decideFace(claim, policy, inService)).toBe(result))

  it('takes a simulated movement in a demonstration, and still compares', () => {
    expect(decideFace({ score: 0.52, challenge: 'simulated' }, policy, inDemo)).toBe('passed')
    expect(decideFace({ score: 0.36, challenge: 'simulated' }, policy, inDemo)).toBe('failed')
  })

  const score = fc.double({ min: 0, max: 1, noNaN: true })
  const order = { failed: 0, grey: 1, passed: 2 }

  it('never gets worse with more likeness, and nothing passes without the movements', () => {
    fc.assert(
      fc.property(score, score, fc.constantFrom(...challengeOutcomes), (a, b, challenge) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)]
        const of = (likeness: number) => decideFace({ score: likeness, challenge }, policy, inService)
        expect(order[of(high)]).toBeGreaterThanOrEqual(order[of(low)])
        if (challenge !== 'passed') expect(of(high)).toBe('failed')
      }),
    )
  })
})
