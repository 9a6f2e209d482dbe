import { housePolicy } from '#platform/policy'
import { inspectionPolicyOf } from './rules/policy.ts'

/** The numbers of inspection that hold on a day. */
export const inspectionPolicy = housePolicy(inspectionPolicyOf)
