import { housePolicy } from '#platform/policy'
import { casePolicyOf } from './rules/policy.ts'

/** The numbers of cases that hold on a day. */
export const casePolicy = housePolicy(casePolicyOf)
