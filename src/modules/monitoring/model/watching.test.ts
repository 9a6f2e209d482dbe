import { describe, expect, it } from 'vitest'
import { backtest } from './backtest.ts'
import { addShares, driftOf } from './drift.ts'
import { fairnessBreaches, visitRates } from './fairness.ts'
import { measureLift, type Scored } from './lift.ts'
import { outcomeDrift } from './outcome-drift.ts'
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
  const policy = { watchFrom: 0.1, alarmFrom: 0.25 }
  const shops = (loud: number) =>
    Array.from({ length: 1_000 }, (_, n) => ({ indicators: n < loud ? { M01: 0.8 } : {} }))
  const stateOf = (learned: number, today: number, code = 'M01') =>
    driftOf(addShares([], shops(learned)), addShares([], shops(today)), policy).find(({ feature }) => feature === code)
      ?.state

  it('is calm while shops are alike, watched when some differ and alarmed when they are others', () => {
    expect(stateOf(50, 55)).toBe('calm')
    expect(stateOf(50, 170)).toBe('watch')
    expect(stateOf(50, 300)).toBe('alarm')
    expect(stateOf(300, 0)).toBe('alarm')
    expect(stateOf(50, 300, 'M02')).toBe('calm')
  })

  it('adds up the days on which lessons were taken', () => {
    const twice = addShares(addShares([], shops(10)), shops(30))
    expect(twice.find(({ feature }) => feature === 'M01')?.counts).toEqual([1_960, 0, 0, 0, 40])
  })
})

describe('drift of outcomes', () => {
  const visits = (chance: number, found: number, of = 200) =>
    outcomeDrift(
      1,
      Array.from({ length: of }, (_, n) => ({ score: chance, outcome: n < found ? 1 : 0 }) as const),
    )

  it.each([
    ['as many as foretold', 0.1, 21, 200, 'calm'],
    ['some more', 0.1, 30, 200, 'watch'],
    ['many more', 0.1, 40, 200, 'alarm'],
    ['many fewer', 0.2, 15, 200, 'alarm'],
    ['too few visits', 0.1, 10, 19, 'tooFew'],
  ] as const)('%s', (_, chance, found, of, state) => {
    expect(visits(chance, found, of)).toMatchObject({ state, found, visits: of })
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
