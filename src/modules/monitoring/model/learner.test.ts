import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calibrate, probability } from './calibrate.ts'
import type { Examples } from './examples.ts'
import { applyModel, chances, learn } from './learner.ts'
import { at, type Feature, sigmoid } from './matrix.ts'
import { seededRandom } from './random.ts'
import { rankSettings } from './settings.ts'

const features: Feature[] = [
  { name: 'up', reason: 'up', monotone: 1 },
  { name: 'down', reason: 'down', monotone: -1 },
  { name: 'free', reason: 'free', monotone: 0 },
]

function examplesOf(seed: number, rows: number, odds: (x: readonly number[]) => number): Examples {
  const random = seededRandom(seed)
  const columns = features.map(() => Float64Array.from({ length: rows }, () => random() * 2 - 1))
  return {
    matrix: { features, rows, columns },
    outcome: Float64Array.from({ length: rows }, (_, row) =>
      random() < sigmoid(odds(columns.map(column => at(column, row)))) ? 1 : 0,
    ),
    weight: new Float64Array(rows).fill(1),
    offset: new Float64Array(rows),
  }
}

describe('a monotone feature', () => {
  it('keeps its promise even when the data says the opposite', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000 }), fc.double({ min: -1, max: 1, noNaN: true }), (seed, other) => {
        const examples = examplesOf(
          seed,
          400,
          ([up = 0, down = 0, free = 0]) => -2 * up + 2 * Math.sin(4 * down) + free,
        )
        const model = learn(examples, rankSettings.learner, undefined)
        const steps = Float64Array.from({ length: 21 }, (_, n) => n / 10 - 1)
        const flat = new Float64Array(21).fill(other)
        const offset = new Float64Array(21)
        const along = (columns: Float64Array[]) => applyModel(model, { features, rows: 21, columns }, offset).score
        const [up, down] = [along([steps, flat, flat]), along([flat, steps, flat])]
        for (let n = 1; n < 21; n += 1) {
          expect(at(up, n)).toBeGreaterThanOrEqual(at(up, n - 1) - 1e-9)
          expect(at(down, n)).toBeLessThanOrEqual(at(down, n - 1) + 1e-9)
        }
      }),
      { numRuns: 5 },
    )
  })
})

describe('the parts of a score', () => {
  it('are all of it but the level', () => {
    const examples = examplesOf(3, 600, ([up = 0]) => 2 * up - 1)
    const model = learn(examples, rankSettings.learner, undefined)
    const { score, parts } = applyModel(model, examples.matrix, examples.offset)
    const rest = Array.from(
      score,
      (value, row) => value - parts.subarray(row * 3, row * 3 + 3).reduce((a, b) => a + b, 0),
    )
    for (const value of rest) expect(value).toBeCloseTo(rest[0] ?? 0, 6)
  })
})

describe('calibration', () => {
  it('makes the mean of the chances the mean of what came', () => {
    const examples = examplesOf(5, 3_000, ([up = 0, , free = 0]) => 2 * up + free - 1.5)
    const model = learn(examples, rankSettings.learner, row => row >= 2_000)
    const fresh = examplesOf(6, 3_000, ([up = 0, , free = 0]) => 2 * up + free - 1.5)
    const chance = chances(model, applyModel(model, fresh.matrix, fresh.offset).score)
    const mean = (list: ArrayLike<number>) => Array.from(list).reduce((a, b) => a + b, 0) / list.length
    expect(Math.abs(mean(chance) - mean(fresh.outcome))).toBeLessThan(0.03)
    const top = chance
      .map((p, n) => ({ p, y: at(fresh.outcome, n) }))
      .sort((a, b) => b.p - a.p)
      .slice(0, 600)
    expect(Math.abs(mean(top.map(({ p }) => p)) - mean(top.map(({ y }) => y)))).toBeLessThan(0.06)
  })

  it('never turns the order round and leaves scores alone when there is nothing to learn from', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ s: fc.double({ min: -4, max: 4, noNaN: true }), y: fc.integer({ min: 0, max: 1 }) }), {
          maxLength: 60,
        }),
        rows => {
          const calibration = calibrate(
            Float64Array.from(rows, ({ s }) => s),
            Float64Array.from(rows, ({ y }) => y),
          )
          expect(calibration.slope).toBeGreaterThan(0)
          expect(probability(calibration, 1)).toBeGreaterThanOrEqual(probability(calibration, -1))
        },
      ),
    )
    expect(calibrate(new Float64Array(), new Float64Array())).toEqual({ shift: 0, slope: 1 })
  })
})
