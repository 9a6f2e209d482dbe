import type { PolicySet } from '#platform/policy'
import type { CountyPrior } from './county.ts'
import type { DriftPolicy } from './drift.ts'
import type { FairnessPolicy } from './fairness.ts'

export interface ModelPolicy {
  readonly prior: CountyPrior
  readonly fairness: FairnessPolicy
  readonly drift: DriftPolicy
}

/** The bureau's numbers for the market model (`policy/monitoring-model.json`). */
export function modelPolicyOf(policy: PolicySet): ModelPolicy {
  const number = (key: string): number => policy.number(`model.${key}`)
  return {
    prior: {
      intercept: number('intercept'),
      trust: number('priorTrust'),
      weights: {
        M01: number('brandSpike'),
        M02: number('volumeOutlier'),
        M03: number('sensitiveShare'),
        M04: number('sharedDevice'),
        M05: number('sharedDeliveryPoint'),
        M06: number('idle'),
        M07: number('orderWhileSuspended'),
        M08: number('leakedCode'),
        M09: number('stockMismatch'),
        M10: number('nightDelivery'),
        M11: number('nearSchool'),
        M12: number('expiredLicenceOrder'),
        M13: number('priceDump'),
      },
    },
    fairness: {
      share: number('firstShare'),
      mostRatio: number('mostVisitRatio'),
      leastShops: number('leastGroupShops'),
    },
    drift: { watchFrom: number('driftWatch'), alarmFrom: number('driftAlarm') },
  }
}
