import { housePolicy } from '#platform/policy'
import { deliveryPolicyOf } from './rules/policy.ts'

/** The numbers of delivery that hold on a day. */
export const deliveryPolicy = housePolicy(deliveryPolicyOf)
