import { housePolicy, type PolicySet } from '#platform/policy'
import { indicators } from '../rules/indicators/all.ts'
import type { CountyPrior } from './county.ts'
import type { DriftPolicy } from './drift.ts'
import type { FairnessPolicy } from './fairness.ts'

/** How the county's past is cut into lessons. */
interface CountyLessonPolicy {
  readonly stepDays: number
  readonly lessonDays: number
  /** With fewer visits that found something the prior stays. */
  readonly leastOutcomes: number
}

export interface ModelPolicy {
  readonly prior: CountyPrior
  readonly fairness: FairnessPolicy
  readonly drift: DriftPolicy
  /** From which chance on a person is told. */
  readonly alertChance: number
  readonly lessons: CountyLessonPolicy
}

/** The bureau's numbers for the market model (`policy/monitoring-model.json`). */
export function modelPolicyOf(policy: PolicySet): ModelPolicy {
  const number = (key: string): number => policy.number(`model.${key}`)
  return {
    prior: {
      intercept: number('intercept'),
      trust: number('priorTrust'),
      weights: new Map(indicators.map(({ code, name }) => [code, number(name)])),
    },
    alertChance: number('alertChance'),
    lessons: {
      stepDays: number('lessonStepDays'),
      lessonDays: number('lessonDays'),
      leastOutcomes: number('leastOutcomes'),
    },
    fairness: {
      share: number('firstShare'),
      mostRatio: number('mostVisitRatio'),
      leastShops: number('leastGroupShops'),
    },
    drift: { watchFrom: number('driftWatch'), alarmFrom: number('driftAlarm') },
  }
}

export const modelPolicy = housePolicy(modelPolicyOf)
