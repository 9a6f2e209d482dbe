import { PolicyError, type PolicySet } from '#platform/policy'
import type { ItemKind } from './agencies.ts'

/** The numbers of working together that hold on a day (本局参数). */
export interface PartnersPolicy {
  readonly receiveHours: number
  readonly answerDays: number
  /** 移送: the answer of the police has a limit of its own. */
  readonly referralAnswerDays: number
  readonly webhookTries: number
  /** Whose letters these are, and the mark of their numbers. */
  readonly bureau: string
  readonly numberMark: string
}

/** @throws PolicyError when a value is missing, of another type, or nothing. */
export function partnersPolicyOf(set: PolicySet): PartnersPolicy {
  const positive = (key: string) => {
    const value = set.number(`partners.${key}`)
    if (!(value >= 1)) throw new PolicyError(`partners.${key} is below one`)
    return value
  }
  return {
    receiveHours: positive('receiveHours'),
    answerDays: positive('answerDays'),
    referralAnswerDays: positive('referralAnswerDays'),
    webhookTries: positive('webhookTries'),
    bureau: set.text('bureau.name'),
    numberMark: set.text('cases.numberMark'),
  }
}

/** 响应时限 from the moment of release: calendar hours and days, also over holidays. */
export function dueOf(
  kind: ItemKind,
  givenAt: Temporal.Instant,
  policy: PartnersPolicy,
): { readonly receiveDueAt: Temporal.Instant; readonly answerDueAt: Temporal.Instant } {
  const days = kind === 'referral' ? policy.referralAnswerDays : policy.answerDays
  return {
    receiveDueAt: givenAt.add({ hours: policy.receiveHours }),
    answerDueAt: givenAt.add({ hours: 24 * days }),
  }
}
