import { housePolicy } from '#platform/policy'
import { monitoringPolicyOf } from './rules/policy.ts'

/** The numbers of monitoring that hold on a day. */
export const monitoringPolicy = housePolicy(monitoringPolicyOf)
