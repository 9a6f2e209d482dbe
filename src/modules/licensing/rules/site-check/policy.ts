import type { PolicySet } from '#platform/policy'

export interface SiteCheckPolicy {
  readonly leastPhotos: number
  readonly lateDays: number
}

/** @throws PolicyError */
export const siteCheckPolicyOf = (set: PolicySet): SiteCheckPolicy => ({
  leastPhotos: set.number('site.leastPhotos'),
  lateDays: set.number('site.lateDays'),
})
