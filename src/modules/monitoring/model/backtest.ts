import { ok, type Refusal, type Result, refuse } from '#kernel/refusal'
import { type FairnessPolicy, fairnessBreaches, type GroupRate, visitRates } from './fairness.ts'
import { type Lift, measureLift, type Scored } from './lift.ts'
import type { Shape } from './past.ts'
import { rank } from './rank.ts'
import type { Visit } from './records.ts'
import { type RankSettings, rankSettings } from './settings.ts'

export interface BacktestPlan {
  readonly shape: Shape
  readonly windows: number
  readonly windowDays: number
  readonly fairness: FairnessPolicy
  readonly settings?: RankSettings
}

export interface Backtest {
  readonly lift: Lift
  readonly rates: readonly GroupRate[]
  readonly breaches: readonly GroupRate[]
  readonly windows: number
}

/**
 * The model asked at the beginning of each of the last windows, with what was known then, about those who were visited in it.
 * Lift is measured on the random arm only, visit rates over everybody visited in the window.
 */
export function backtest(
  visits: readonly Visit[],
  plan: BacktestPlan,
): Result<Backtest> | Refusal<'rankTooLittle' | 'armEmpty'> {
  const end = (visits.at(-1)?.day ?? 0) + 1
  const arms: Scored[][] = []
  const shops: { score: number; groups: Readonly<Record<string, string>> }[] = []
  for (let n = plan.windows; n >= 1; n -= 1) {
    const start = end - n * plan.windowDays
    const before = visits.filter(({ day }) => day < start)
    const asked = visits.filter(({ day }) => day >= start && day < start + plan.windowDays)
    if (asked.length === 0) continue
    const ranked = rank(before, asked, { shape: plan.shape, today: start, settings: plan.settings ?? rankSettings })
    if (!ranked.ok) return ranked
    const scored = asked.map((visit, row) => ({ visit, score: ranked.value[row]?.score ?? 0 }))
    arms.push(
      scored.filter(({ visit }) => visit.random).map(({ visit, score }): Scored => ({ score, outcome: visit.outcome })),
    )
    // Each window is ordered on its own: its scores are compared by their place in it, not with another season's.
    shops.push(...byPlace(scored).map(({ visit, score }) => ({ score, groups: visit.groups })))
  }
  if (arms.every(arm => arm.length === 0)) return refuse('armEmpty')
  const rates = visitRates(shops, plan.fairness)
  return ok({
    lift: measureLift(
      arms.filter(arm => arm.length > 0),
      plan.fairness.share,
    ),
    rates,
    breaches: fairnessBreaches(rates),
    windows: arms.length,
  })
}

function byPlace<T extends { readonly score: number }>(scored: readonly T[]): T[] {
  const order = scored.toSorted((a, b) => b.score - a.score)
  return order.map((item, place) => ({ ...item, score: 1 - place / order.length }))
}
