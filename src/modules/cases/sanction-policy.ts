import { housePolicy } from '#platform/policy'
import { sanctionPolicyOf } from './rules/sanction-policy.ts'

/** The numbers of 裁量, 追诉标准提示 and 涉案物品 that hold on a day. */
export const sanctionPolicy = housePolicy(sanctionPolicyOf)
