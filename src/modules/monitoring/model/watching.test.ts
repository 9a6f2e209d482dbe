import { describe, expect, it } from 'vitest'
import { backtest } from './backtest.ts'
import { driftOf } from './drift.ts'
import { fairnessBreaches, visitRates } from './fairness.ts'
import { measureLift, type Scored } from './lift.ts'
import { seededRandom } from './random.ts'
import { sampleSettings, sampleShape, sampleVisits } from './testing/sample-records.ts'

const random = seededRandom(11)

describe('lift', () => {
  const arm = (use: number): Scored[] =>
    Array.from({ length: 2_000 }, () => {
      const outcome = random() < 0.1 ? 1 : 0
      return { outcome, score: random() + use * outcome }
    })

  it('is far from zero for a model that knows something, with its interval', () => {
    const { lift, low, high } = measureLift([arm(0.5)], 0.05)
    expect(low).toBeGreaterThan(1)
    expect(lift).toBeGreaterThan(low)
    expect(high).toBeGreaterThan(lift)
  })

  it('has zero within its interval for a model that guesses', () => {
    const { low, high } = measureLift([arm(0)], 0.05)
    expect(low).toBeLessThan(0)
    expect(high).toBeGreaterThan(0)
  })

  it('is negative for a model that is wrong', () => {
    expect(measureLift([arm(-1)], 0.05).lift).toBeLessThanOrEqual(0)
  })
})

describe('visit rates', () => {
  const policy = { share: 0.1, mostRatio: 2, leastShops: 30 }
  const shops = (towns: readonly [string, number, number][]) =>
    towns.flatMap(([town, count, first]) =>
      Array.from({ length: count }, (_, n) => ({ score: n < first ? 1 : 0, groups: { town } })),
    )

  it('are the visits of a group beside those of all', () => {
    expect(
      visitRates(
        shops([
          ['甲', 200, 20],
          ['乙', 200, 20],
        ]),
        policy,
      ).map(({ ratio, exceeds }) => [ratio, exceeds]),
    ).toEqual([
      [1, false],
      [1, false],
    ])
  })

  it.each([
    [
      'a town visited three times as often',
      [
        ['甲', 100, 30],
        ['乙', 200, 0],
      ],
      ['甲'],
    ],
    [
      'what chance explains',
      [
        ['甲', 40, 10],
        ['乙', 360, 30],
      ],
      [],
    ],
    [
      'a group too small to judge',
      [
        ['甲', 10, 10],
        ['乙', 190, 10],
      ],
      [],
    ],
  ] as const)('name %s', (_, towns, stopped) => {
    const breaches = fairnessBreaches(visitRates(shops(towns.map(([t, c, f]) => [t, c, f])), policy))
    expect(breaches.map(({ group }) => group)).toEqual(stopped)
  })
})

describe('drift', () => {
  const features = [{ name: 'M01', reason: 'M01', monotone: 1 }] as const
  const table = (column: Float64Array) => ({ features, rows: column.length, columns: [column] })
  const sample = (move: number) => table(Float64Array.from({ length: 4_000 }, () => random() + move))
  const policy = { watchFrom: 0.1, alarmFrom: 0.25 }

  it('is calm while shops are alike and alarms when they are others', () => {
    const learned = sample(0)
    expect(driftOf(learned, sample(0), policy)[0]?.state).toBe('calm')
    expect(driftOf(learned, sample(0.5), policy)[0]?.state).toBe('alarm')
  })

  it('notices that a value is no longer known', () => {
    const gone = table(new Float64Array(4_000).fill(Number.NaN))
    expect(driftOf(sample(0), gone, policy)[0]?.state).toBe('alarm')
  })
})

describe('a back-test', () => {
  const plan = {
    shape: sampleShape,
    windows: 3,
    windowDays: 60,
    fairness: { share: 0.3, mostRatio: 1, leastShops: 30 },
    settings: sampleSettings,
  }

  it('measures lift on the random arm and names the town that would be visited beyond the limit', () => {
    const report = backtest(sampleVisits(1_500), plan)
    if (!report.ok) throw new Error(report.refusal)
    expect(report.value.lift.lift).toBeGreaterThan(0)
    expect(report.value.breaches.map(({ group }) => group)).toEqual(['北镇'])
  })

  it('says so when nobody was drawn at random', () => {
    const chosen = sampleVisits().map(visit => ({ ...visit, random: false }))
    expect(backtest(chosen, plan)).toMatchObject({ refusal: 'armEmpty' })
  })
})
