import { housePolicy } from '#platform/policy'
import { licensingPolicyOf } from './rules/policy.ts'
import { siteCheckPolicyOf } from './rules/site-check/policy.ts'
import { spotCheckPolicyOf } from './rules/spot-check/policy.ts'

/** The numbers of licensing that hold on a day. */
export const licensingPolicy = housePolicy(licensingPolicyOf)

/** How much is looked at again. */
export const spotCheckPolicy = housePolicy(spotCheckPolicyOf)

/** What a record from the premises must bring. */
export const siteCheckPolicy = housePolicy(siteCheckPolicyOf)
