import { housePolicy } from '#platform/policy'
import { cooperationPolicyOf } from './rules/cooperation-policy.ts'

/** The numbers of meetings and joint actions that hold on a day. */
export const cooperationPolicy = housePolicy(cooperationPolicyOf)
