import { housePolicy } from '#platform/policy'
import { creditPolicyOf } from './rules/policy.ts'

/** The numbers of credit that hold on a day. */
export const creditPolicy = housePolicy(creditPolicyOf)
