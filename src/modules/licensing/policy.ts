import { housePolicy } from '#platform/policy'
import { licensingPolicyOf } from './rules/policy.ts'

/** The numbers of licensing that hold on a day. */
export const licensingPolicy = housePolicy(licensingPolicyOf)
