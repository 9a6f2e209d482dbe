import type { Engine } from '../lake/engine.ts'
import { type CountyModel, countyScorer, learnCounty, priorModel, type ShopDay } from '../model/county.ts'
import { type CountyReport, reportOn } from '../model/county-report.ts'
import type { ModelPolicy } from '../model/policy.ts'
import type { MonitoringPolicy } from '../rules/policy.ts'
import type { Scorer } from '../rules/score.ts'
import { lookAt } from './judge.ts'
import { type CountyLessons, gatherLessons, shopDaysOf } from './lessons.ts'

export interface LearnAsk {
  readonly engine: Engine
  readonly asOf: Temporal.PlainDate
  readonly policy: MonitoringPolicy
  readonly model: ModelPolicy
}

export interface Learned {
  readonly model: CountyModel
  readonly lessons: CountyLessons
  readonly report: CountyReport
  readonly today: readonly ShopDay[]
}

/** A county model from an opened lake, with what it is worth. Afterwards the facts of the day itself stand in the engine. */
export async function learnFromLake(ask: LearnAsk): Promise<Learned> {
  const { engine, asOf, policy, model: numbers } = ask
  const lessons = await gatherLessons(ask)
  await lookAt(engine, asOf, policy)
  const today = await shopDaysOf(engine, asOf)
  const { prior, fairness } = numbers
  const { leastOutcomes } = numbers.lessons
  const outcomes = lessons.visits.reduce((sum, { outcome }) => sum + outcome, 0)
  // The published prior while too few visits found something.
  const model = outcomes < leastOutcomes ? priorModel(prior) : learnCounty(lessons.visits, prior)
  return { model, lessons, today, report: reportOn(model, { ...lessons, today, prior, fairness, leastOutcomes }) }
}

/**
 * The scorer of a run without a house, where nobody releases a model: what the folder's own inspections teach, if on visits it
 * had not seen it foretold no worse than the prior and would visit no group beyond the limit; otherwise the prior, and why.
 */
export async function scorerOf(ask: LearnAsk): Promise<{ readonly scorer: Scorer; readonly say: string }> {
  const { model, report } = await learnFromLake(ask)
  const prior = countyScorer(priorModel(ask.model.prior))
  const { test, breaches, visits, outcomes } = report
  const counted = `${visits} 次检查（${outcomes} 次发现问题）`
  if (test === undefined) return { scorer: prior, say: `评分：公布的先验；可学的只有 ${counted}。` }
  const worth = `回测 AUC ${test.auc.toFixed(3)}、对数损失 ${test.loss.toFixed(4)}，先验 ${test.priorAuc.toFixed(3)}、${test.priorLoss.toFixed(4)}`
  if (test.auc < test.priorAuc)
    return { scorer: prior, say: `评分：公布的先验；从 ${counted}学到的没有更好（${worth}）。` }
  const [worst] = breaches.toSorted((a, b) => b.ratio - a.ratio)
  if (worst !== undefined)
    return {
      scorer: prior,
      say: `评分：公布的先验；学到的模型会把${worst.dimension}“${worst.group}”查到全体的 ${worst.ratio.toFixed(1)} 倍，超过上限。`,
    }
  return { scorer: countyScorer(model), say: `评分：从 ${counted}学出的模型（${worth}）。` }
}
