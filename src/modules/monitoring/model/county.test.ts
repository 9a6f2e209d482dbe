import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadPolicy } from '#platform/policy'
import { indicators } from '../rules/indicators/all.ts'
import {
  admitModel,
  countyScorer,
  type InspectedShopDay,
  learnCounty,
  priorModel,
  type ShopDay,
  scoreCounty,
} from './county.ts'
import { countyIndicators } from './county-indicators.ts'
import { modelPolicyOf } from './policy.ts'
import { seededRandom } from './random.ts'
import { reasonText } from './reasons.ts'
import { modelFrom, type StoredModel, storedOf } from './stored.ts'

const { prior, fairness } = modelPolicyOf(loadPolicy('policy', Temporal.PlainDate.from('2026-11-26')))
const day = (indicators: ShopDay['indicators'], town = '沙湖镇'): ShopDay => ({
  shop: 's',
  day: '2026-11-26',
  indicators,
  groups: { town },
})
const scoreOf = (model: ReturnType<typeof priorModel>, indicators: ShopDay['indicators']) =>
  scoreCounty(model, [day(indicators)])[0]?.score ?? 0

/** 模拟数据: in this county M03 says much and M08 nothing. */
const results = (count: number): InspectedShopDay[] => {
  const random = seededRandom(count)
  return Array.from({ length: count }, (_, n) => {
    const [m03, m08] = [random(), random()]
    const outcome = random() < 1 / (1 + Math.exp(2.5 - 3 * m03)) ? 1 : 0
    return {
      ...day({ M03: m03, M08: m08 }),
      day: `2026-01-${String((n % 28) + 1).padStart(2, '0')}`,
      outcome,
      random: n % 7 === 0,
    }
  })
}

describe('the county model', () => {
  it('starts from the published weights while there is no result', () => {
    const model = learnCounty([], prior)
    expect(model).toEqual(priorModel(prior))
    expect(scoreOf(model, {})).toBeCloseTo(1 / (1 + Math.exp(3)), 6)
    expect(scoreOf(model, { M08: 1 })).toBeGreaterThan(scoreOf(model, { M11: 1 }))
  })

  it('is moved by results, the further the more there are', () => {
    const effect = (count: number) => {
      const model = learnCounty(results(count), prior)
      return scoreOf(model, { M03: 1, M08: 0.5 }) / scoreOf(model, { M03: 0, M08: 0.5 })
    }
    expect(effect(40)).toBeLessThan(effect(600))
    const learned = learnCounty(results(1_500), prior)
    expect(scoreOf(learned, { M03: 1 })).toBeGreaterThan(scoreOf(learned, { M08: 1 }))
  })

  it('never scores a shop lower for a stronger indicator', () => {
    const models = [priorModel(prior), learnCounty(results(60), prior), learnCounty(results(500), prior)]
    const strength = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(
        fc.array(strength, { minLength: countyIndicators.length, maxLength: countyIndicators.length }),
        fc.nat(countyIndicators.length - 1),
        strength,
        fc.nat(2),
        (strengths, which, more, m) => {
          const base = Object.fromEntries(countyIndicators.map((code, n) => [code, strengths[n] ?? 0]))
          const code = countyIndicators[which] ?? 'M01'
          const raised = { ...base, [code]: Math.max(strengths[which] ?? 0, more) }
          const model = models[m] ?? priorModel(prior)
          expect(scoreOf(model, raised)).toBeGreaterThanOrEqual(scoreOf(model, base) - 1e-9)
        },
      ),
    )
  })

  it('says why in words', () => {
    const [score] = scoreCounty(priorModel(prior), [day({ M08: 1, M01: 0.3 })])
    expect(score?.reasons.map(reasonText)).toEqual(['喷码在别处发现', '单品订量突增'])
  })

  it('is made of indicators alone: nobody who inspected is among them', () => {
    expect(countyIndicators).toEqual(indicators.map(({ code }) => code))
    const named = { ...day({}), officer: 'Z1', indicators: { officer: 1 } }
    expect(scoreCounty(priorModel(prior), [named])[0]?.score).toBe(scoreOf(priorModel(prior), {}))
  })

  it('learns nothing of what only the register of today knows', () => {
    const suspended = results(400).map(one => ({ ...one, indicators: { M07: one.outcome } }))
    const silent = results(400).map(one => ({ ...one, indicators: {} }))
    expect(scoreOf(learnCounty(suspended, prior), { M01: 1 })).toBe(scoreOf(learnCounty(silent, prior), { M01: 1 }))
  })

  it('as a scorer counts the strongest hit of an indicator once and names only what spoke', () => {
    const scorer = countyScorer(learnCounty(results(400), prior))
    const [none, once, twice] = scorer([
      [],
      [{ code: 'M04', strength: 0.9 }],
      [
        { code: 'M04', strength: 0.4 },
        { code: 'M04', strength: 0.9 },
      ],
    ])
    expect(none?.reasons).toEqual([])
    expect(once?.reasons).toEqual(['M04'])
    expect(twice).toEqual(once)
  })

  it('is the same after it was stored', () => {
    for (const model of [priorModel(prior), learnCounty(results(300), prior)]) {
      const again = modelFrom(JSON.parse(JSON.stringify(storedOf(model))) as StoredModel)
      expect(again && scoreOf(again, { M03: 0.7, M08: 0.2 })).toBe(scoreOf(model, { M03: 0.7, M08: 0.2 }))
    }
    expect(modelFrom({ ...storedOf(priorModel(prior)), codes: ['M01'] })).toBeUndefined()
  })

  it('is stopped when one town would be visited beyond the limit', () => {
    const shops = Array.from({ length: 1_000 }, (_, n) => day({ M04: n < 60 ? 1 : 0 }, n < 100 ? '横陂镇' : '沙湖镇'))
    expect(admitModel(priorModel(prior), shops, fairness)).toMatchObject({
      refusal: 'modelUnfair',
      details: { dimension: 'town', group: '横陂镇', ratio: '10.0' },
    })
    const spread = Array.from({ length: 1_000 }, (_, n) =>
      day({ M04: n % 17 === 0 ? 1 : 0 }, n < 100 ? '横陂镇' : '沙湖镇'),
    )
    expect(admitModel(priorModel(prior), spread, fairness).ok).toBe(true)
  })
})
