import { housePolicy } from '#platform/policy'
import { partnersPolicyOf } from './rules/policy.ts'

/** The numbers of partners that hold on a day. */
export const partnersPolicy = housePolicy(partnersPolicyOf)
