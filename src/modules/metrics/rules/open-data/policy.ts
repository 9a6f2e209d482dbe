import type { PolicySet } from '#platform/policy'

export interface OpenDataPolicy {
  readonly k: number
  readonly months: number
}

/** Whatever is written or published, k never falls below five. */
export const openDataPolicyOf = (set: PolicySet): OpenDataPolicy => ({
  k: Math.max(5, set.number('opendata.smallestGroup')),
  months: set.number('opendata.months'),
})
