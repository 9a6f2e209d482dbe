import { housePolicy } from '#platform/policy'
import { schoolLimitsOf } from './rules/policy.ts'

/** The distances around schools that hold on a day. */
export const schoolLimits = housePolicy(schoolLimitsOf)
