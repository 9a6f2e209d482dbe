import { housePolicy } from '#platform/policy'
import { outreachPolicyOf } from './rules/policy.ts'

/** The numbers of 普法 that hold on a day. */
export const outreachPolicy = housePolicy(outreachPolicyOf)
