import { cleanText } from '#kernel/chinese-text'
import type { Moment } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import type { Tx } from '#platform/database'
import { findAgency, findContact } from '../queries/agencies.ts'
import { findAgreement } from '../queries/agreements.ts'
import { type Agreement, checkAgreement } from '../rules/agreement.ts'
import * as store from '../store/agreements.ts'
import { takeNumber } from '../store/items.ts'

interface By {
  readonly by: string
  readonly at: Moment
}

export interface AgreementAsked extends Omit<Agreement, 'id' | 'agencyKind' | 'contact' | 'withdrawnAt'> {
  readonly contactId: string
}

/** 拟定约定（第一人）; gives its number. It lets nothing out until another person has agreed. */
export async function proposeAgreement(tx: Tx, asked: AgreementAsked, { by, at }: By): Promise<Result<string>> {
  const agency = await findAgency(tx, asked.agencyId)
  const contact = await findContact(tx, asked.contactId)
  if (agency?.state !== 'active') return refuse('agencyMissing')
  if (contact?.agencyId !== agency.id || contact.state !== 'active') return refuse('contactMissing')
  const purpose = cleanText(asked.purpose, { max: 300 })
  if (!purpose.ok) return refuse('agreementPurpose')
  const whole = { ...asked, purpose: purpose.value }
  const checked = checkAgreement({
    ...whole,
    id: '',
    agencyKind: agency.kind,
    contact: contact.name,
    withdrawnAt: null,
  })
  if (!checked.ok) return checked
  const no = await takeNumber(tx, 'XY', at.today.year)
  await store.insertAgreement(tx, { ...whole, no, by, at: at.instant.toString() })
  return ok(no)
}

/** 批准或退回（第二人）. */
export async function decideAgreement(
  tx: Tx,
  { no, word }: { readonly no: string; readonly word: 'agreed' | 'rejected' },
  { by, at }: By,
): Promise<Result<undefined>> {
  const agreement = await findAgreement(tx, no)
  if (!agreement) return refuse('agreementUnknown')
  if (agreement.proposedBy === by) return refuse('agreementOneHand')
  const done = await store.decideAgreement(tx, no, { state: word, by, at: at.instant.toString() })
  return done ? ok(undefined) : refuse('agreementDecided')
}

/** 终止: by one hand and at once; the very next look finds nothing any more. */
export async function withdrawAgreement(
  tx: Tx,
  { no, why }: { readonly no: string; readonly why: string },
  { by, at }: By,
): Promise<Result<undefined>> {
  const words = cleanText(why, { max: 300 })
  if (!words.ok) return words
  const done = await store.withdrawAgreement(tx, no, { by, at: at.instant.toString(), why: words.value })
  return done ? ok(undefined) : refuse('agreementUnknown')
}
