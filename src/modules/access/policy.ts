import { housePolicy } from '#platform/policy'
import { accessPolicyOf } from './rules/access-policy.ts'

/** The numbers of access that hold on a day. */
export const accessPolicy = housePolicy(accessPolicyOf)
