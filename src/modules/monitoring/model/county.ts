import { ok, type Refusal, type Result, refuse } from '#kernel/refusal'
import type { Scorer } from '../rules/score.ts'
import { countyIndicators, knownOnlyToday } from './county-indicators.ts'
import type { Examples } from './examples.ts'
import { type FairnessPolicy, fairnessBreaches, visitRates } from './fairness.ts'
import { applyModel, chances, type LearnerSettings, learn, type Model } from './learner.ts'
import { type Feature, itemAt, type Matrix } from './matrix.ts'
import { reasonsOf } from './reasons.ts'
import { rankSettings } from './settings.ts'
import { unscaled } from './standard.ts'

/** One shop on one day: how strongly each indicator speaks, 0 to 1; absent where it said nothing. */
export interface ShopDay {
  readonly shop: string
  readonly day: string
  readonly indicators: Readonly<Partial<Record<string, number>>>
  readonly groups: Readonly<Record<string, string>>
}

export interface InspectedShopDay extends ShopDay {
  readonly outcome: 0 | 1
  /** 随机抽查: the only visits on which a lift may be measured. */
  readonly random: boolean
}

export interface CountyPrior {
  /** Log-odds of a shop without any indicator. */
  readonly intercept: number
  readonly weights: ReadonlyMap<string, number>
  /** How many results the prior is worth. */
  readonly trust: number
}

export interface ShopScore {
  readonly shop: string
  readonly day: string
  readonly score: number
  readonly reasons: readonly string[]
}

/** Log-odds of a shop without any indicator, and what the indicators add. */
export interface CountyModel {
  readonly level: number
  readonly model: Model
}

export const countyFeatures: readonly Feature[] = countyIndicators.map(code => ({
  name: code,
  reason: code,
  monotone: 1,
}))
/** Trees start without the prior and halve it in the blend: they need many outcomes before they know more than it does. */
const treesFrom = 2_000
const calibrateFrom = 50
/** How many reasons a person is told. */
const mostReasons = 6

/** Absent counts as silent: an indicator that could not be computed must not raise a score. */
const countyMatrix = (days: readonly ShopDay[]): Matrix => ({
  features: countyFeatures,
  rows: days.length,
  columns: countyIndicators.map(code => Float64Array.from(days, ({ indicators }) => clamped(indicators[code] ?? 0))),
})

const clamped = (value: number): number => (Number.isFinite(value) ? Math.max(0, Math.min(1, value)) : 0)

/** The model before any result: the published weights and nothing else. */
export function priorModel(prior: CountyPrior): CountyModel {
  const weight = Float64Array.from(countyIndicators, code => prior.weights.get(code) ?? 0)
  const line = { moments: unscaled(weight.length), weight, intercept: 0 }
  return {
    level: prior.intercept,
    model: { forest: undefined, line, treeShare: 0, calibration: { shift: 0, slope: 1 } },
  }
}

/** The published prior moved by results, in their order of time: the more results, the further; a stronger signal never lowers a score. */
export function learnCounty(visits: readonly InspectedShopDay[], prior: CountyPrior): CountyModel {
  const results = visits.map(asKnownThen)
  const outcomes = results.reduce((sum, { outcome }) => sum + outcome, 0)
  if (outcomes === 0) return priorModel(prior)
  const inOrder = results.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
  const examples: Examples = {
    matrix: countyMatrix(inOrder),
    outcome: Float64Array.from(inOrder, ({ outcome }) => outcome),
    weight: new Float64Array(inOrder.length).fill(1),
    offset: new Float64Array(inOrder.length).fill(prior.intercept),
  }
  const { weight } = priorModel(prior).model.line
  const settings: LearnerSettings = {
    trees: rankSettings.learner.trees,
    line: { ridge: prior.trust, prior: { weight, intercept: 0, trust: prior.trust } },
    treeShare: outcomes >= treesFrom ? rankSettings.learner.treeShare : 0,
  }
  const late = Math.floor(inOrder.length * 0.75)
  const model = learn(examples, settings, outcomes >= calibrateFrom ? row => row >= late : undefined)
  return { level: prior.intercept, model }
}

const asKnownThen = (visit: InspectedShopDay): InspectedShopDay => ({
  ...visit,
  indicators: Object.fromEntries(Object.entries(visit.indicators).filter(([code]) => !knownOnlyToday.has(code))),
})

/** A model as the watch asks it: of one indicator only its strongest hit counts, and only what spoke is a reason. */
export const countyScorer =
  (model: CountyModel): Scorer =>
  subjects => {
    const strongest = subjects.map(hits => {
      const known: Record<string, number> = {}
      for (const { code, strength } of hits) known[code] = Math.max(known[code] ?? 0, strength)
      return known
    })
    const scores = scoreCounty(
      model,
      strongest.map(indicators => ({ shop: '', day: '', indicators, groups: {} })),
    )
    return scores.map(({ score, reasons }, n) => ({
      score: Math.round(score * 1e6) / 1e6,
      reasons: reasons.filter(code => (strongest[n]?.[code] ?? 0) > 0),
    }))
  }

export function scoreCounty({ model, level }: CountyModel, days: readonly ShopDay[]): ShopScore[] {
  const matrix = countyMatrix(days)
  const { score, parts } = applyModel(model, matrix, new Float64Array(days.length).fill(level))
  const chance = chances(model, score)
  const width = countyFeatures.length
  return days.map(({ shop, day }, row) => ({
    shop,
    day,
    score: itemAt(chance, row),
    reasons: reasonsOf(countyFeatures, parts.subarray(row * width, (row + 1) * width), mostReasons),
  }))
}

/** The gate: a model whose order would visit a town, a size or a market type beyond the limit is not used. */
export function admitModel(
  model: CountyModel,
  days: readonly ShopDay[],
  policy: FairnessPolicy,
): Result<ShopScore[]> | Refusal<'modelUnfair'> {
  const scores = scoreCounty(model, days)
  const rates = visitRates(
    days.map(({ groups }, row) => ({ groups, score: scores[row]?.score ?? 0 })),
    policy,
  )
  const [worst] = fairnessBreaches(rates).sort((a, b) => b.ratio - a.ratio)
  return worst
    ? refuse('modelUnfair', {
        dimension: worst.dimension,
        group: worst.group,
        ratio: worst.ratio.toFixed(1),
        limit: policy.mostRatio,
      })
    : ok(scores)
}
