import { ok, type Result, refuse } from '#kernel/refusal'
import type { AgencyKind, Field, ItemKind } from './agencies.ts'

/** 协作约定: with which agency, for what, which fields, how many a month, until when; `contact` answers for it by name. */
export interface Agreement {
  readonly id: string
  readonly agencyId: string
  readonly agencyKind: AgencyKind
  readonly purpose: string
  readonly items: readonly ItemKind[]
  readonly fields: readonly Field[]
  /** 每月最多几件. */
  readonly monthlyQuota: number
  /** 每日查看上限, of all its people and systems together. */
  readonly dailyReads: number
  /** 逐件复核: each release needs another person beside the officer. */
  readonly secondHand: boolean
  readonly contact: string
  /** ISO instants: from the first on, before the second. */
  readonly from: string
  readonly until: string
  readonly withdrawnAt: string | null
}

/** Beyond this an agreement is signed anew (设计：一年). */
const longestDays = 366

type NotAgreed = 'agreementPurpose' | 'agreementContact' | 'agreementFields' | 'agreementDays' | 'agreementQuota'

/** What an agreement must say before two people sign it. */
export function checkAgreement(a: Agreement): Result<true, NotAgreed> {
  if (a.purpose.trim().length < 6) return refuse('agreementPurpose')
  if (a.contact.trim() === '') return refuse('agreementContact')
  if (a.fields.length === 0 || a.items.length === 0) return refuse('agreementFields')
  if (![a.monthlyQuota, a.dailyReads].every(n => Number.isSafeInteger(n) && n >= 1)) return refuse('agreementQuota')
  const [from, until] = [Temporal.Instant.from(a.from), Temporal.Instant.from(a.until)]
  const longest = from.add({ hours: 24 * longestDays })
  if (Temporal.Instant.compare(until, from) <= 0 || Temporal.Instant.compare(until, longest) > 0)
    return refuse('agreementDays')
  return ok(true)
}

export type NotInForce = 'agreementMissing' | 'agreementNotYet' | 'agreementExpired' | 'agreementWithdrawn'

/** 默认拒绝: only an agreement in force at this very moment counts; it is asked anew at every look, so that expiry needs no job. */
export function inForce(a: Agreement | undefined, now: Temporal.Instant): Result<Agreement, NotInForce> {
  if (a === undefined) return refuse('agreementMissing')
  if (a.withdrawnAt !== null && Temporal.Instant.compare(Temporal.Instant.from(a.withdrawnAt), now) <= 0)
    return refuse('agreementWithdrawn')
  if (Temporal.Instant.compare(now, Temporal.Instant.from(a.from)) < 0) return refuse('agreementNotYet')
  return Temporal.Instant.compare(now, Temporal.Instant.from(a.until)) >= 0 ? refuse('agreementExpired') : ok(a)
}
