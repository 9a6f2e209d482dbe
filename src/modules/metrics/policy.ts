import { housePolicy } from '#platform/policy'
import { metricsPolicyOf } from './rules/policy.ts'

/** The numbers of metrics that hold on a day. */
export const metricsPolicy = housePolicy(metricsPolicyOf)
