import { housePolicy } from '#platform/policy'
import { intelligencePolicyOf } from './rules/policy.ts'

/** The numbers of intelligence that hold on a day. */
export const intelligencePolicy = housePolicy(intelligencePolicyOf)
