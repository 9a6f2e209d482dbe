import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { modelPolicy } from '../model/policy.ts'
import { asOf, daysAgo, openSmallLake, policy, type SmallLake, shopNo } from '../testing/small-lake.ts'
import { learnFromLake, scorerOf } from './learn.ts'
import { gatherLessons } from './lessons.ts'

let lake: SmallLake
beforeAll(async () => {
  lake = await openSmallLake()
})
beforeEach(() => lake.clear())
afterAll(() => lake.close())

const model = modelPolicy(asOf)
const ask = () => ({ engine: lake.engine, asOf, policy, model })
/** 模拟数据: sixty shops of which the first fifteen were reported again and again, and are wrong when visited. */
async function county(): Promise<void> {
  for (let n = 1; n <= 60; n += 1) {
    await lake.add('retailers', {
      ...{ licence_no: shopNo(n), area_code: `44078510${n % 4}`, status: 'valid', licensed_on: '2020-01-01' },
      ...{ grade: 1 + (n % 30), market_type: n % 2 === 0 ? 'rural' : 'urban' },
    })
    for (const days of [20, 50, 80, 110, 140, 170]) {
      if (n <= 15)
        await lake.add('clues', {
          clue_id: `X${n}-${days}`,
          received_at: daysAgo(days + 9),
          source: 'hotline',
          licence_no: shopNo(n),
        })
      const wrong = n <= 15 ? (n + days) % 4 !== 0 : (n + days) % 17 === 0
      await lake.add('inspections', {
        ...{ inspection_id: `J${n}-${days}`, inspected_at: daysAgo(days - (n % 7)), licence_no: shopNo(n) },
        ...{ kind: n % 5 === 0 ? 'random' : 'periodic', result: wrong ? 'rectify' : 'clean', officers: '甲;乙' },
      })
    }
  }
}

it('a lesson knows only what lay before its day, and each visit is one lesson at most', async () => {
  await lake.add('retailers', { licence_no: shopNo(1), area_code: '440785100', status: 'valid' })
  const visit = (days: number, result: string) =>
    lake.add('inspections', {
      ...{ inspection_id: `J${days}`, inspected_at: daysAgo(days), licence_no: shopNo(1), kind: 'random', result },
    })
  for (const [days, result] of [
    [160, 'clean'],
    [100, 'filed'],
    [60, 'clean'],
    [30, 'closed'],
    [5, 'rectify'],
  ] as const)
    await visit(days, result)
  const { visits, days } = await gatherLessons(ask())
  expect(days.at(-1)).toBe(asOf.subtract({ days: 14 }).toString())
  expect(visits.map(({ day, outcome, random, indicators }) => [day, outcome, random, 'N07' in indicators])).toEqual([
    [asOf.subtract({ days: 100 }).toString(), 1, true, false],
    [asOf.subtract({ days: 60 }).toString(), 0, true, true],
    [asOf.subtract({ days: 5 }).toString(), 1, true, true],
  ])
  expect(visits[0]?.groups).toEqual({ 镇街: '440785100', 档位: '不明', 市场: '不明' })
})

it('a visit that found only what orders cannot show is a lesson without an outcome', async () => {
  await lake.add('retailers', { licence_no: shopNo(1), area_code: '440785100', status: 'valid' })
  for (const [days, codes] of [
    [160, null],
    [100, 'P18'],
    [60, 'P18;P10'],
    [30, null],
  ] as const)
    await lake.add('inspections', {
      ...{ inspection_id: `J${days}`, inspected_at: daysAgo(days), licence_no: shopNo(1), kind: 'random' },
      ...{ result: 'rectify', violation_codes: codes },
    })
  const { visits } = await gatherLessons(ask())
  expect(visits.map(({ outcome }) => outcome)).toEqual([0, 1, 1])
})

it('a county learns from its visits, says what that is worth on visits it had not seen, and twice the same', async () => {
  await county()
  const { report, lessons } = await learnFromLake(ask())
  const weight = (code: string) => report.weights.find(one => one.code === code)
  expect(report.outcomes).toBeGreaterThan(model.lessons.leastOutcomes)
  expect(weight('N08')?.learned).toBeGreaterThan(weight('N08')?.prior ?? 9)
  expect(report.test?.auc).toBeGreaterThan(0.8)
  const [low = 1, high = 0] = report.test?.between ?? []
  expect(low).toBeLessThan(report.test?.auc ?? 0)
  expect(high).toBeGreaterThan(report.test?.auc ?? 1)
  expect(high - low).toBeLessThan(0.3)
  expect(report.test?.loss).toBeLessThan(report.test?.priorLoss ?? 0)
  expect(report.test?.lift?.ratio).toBeGreaterThan(1)
  expect(report.test?.calibration.reduce((sum, { visits }) => sum + visits, 0)).toBe(report.test?.visits)
  expect(report.breaches).toEqual([])
  expect((await gatherLessons(ask())).hash).toBe(lessons.hash)
  const { scorer, say } = await scorerOf(ask())
  expect(say).toMatch(/^评分：从 \d+ 次检查（\d+ 次发现问题）学出的模型/)
  const [reported, quiet] = scorer([[{ code: 'N08', strength: 0.7 }], []])
  expect(reported?.score).toBeGreaterThan(2 * (quiet?.score ?? 1))
})

it('without results the published prior judges, and says so', async () => {
  const { say, scorer } = await scorerOf(ask())
  expect(say).toBe('评分：公布的先验；可学的只有 0 次检查（0 次发现问题）。')
  expect(scorer([[]])[0]?.score).toBeCloseTo(1 / (1 + Math.exp(3)), 5)
})
