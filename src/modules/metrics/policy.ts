import { housePolicy } from '#platform/policy'
import { openDataPolicyOf } from './rules/open-data/policy.ts'
import { metricsPolicyOf } from './rules/policy.ts'

/** The numbers of metrics that hold on a day. */
export const metricsPolicy = housePolicy(metricsPolicyOf)

/** The numbers of the gate of open data that hold on a day. */
export const openDataPolicy = housePolicy(openDataPolicyOf)
