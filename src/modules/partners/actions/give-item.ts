import { cleanText } from '#kernel/chinese-text'
import type { Moment } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import { leaveUnnamed } from '#modules/intelligence'
import { announce } from '#platform/announce'
import type { Tx } from '#platform/database'
import type { Keyring } from '#platform/keyring'
import type { Given } from '../contract/ours.ts'
import { itemGiven } from '../events.ts'
import { partnersPolicy } from '../policy.ts'
import { findContact } from '../queries/agencies.ts'
import { agreementOf, countMonth, findAgreement } from '../queries/agreements.ts'
import type { Field } from '../rules/agencies.ts'
import type { Agreement } from '../rules/agreement.ts'
import { dueOf } from '../rules/policy.ts'
import { mayRelease, partnerView } from '../rules/release.ts'
import { insertItem, takeNumber, writeEvent } from '../store/items.ts'
import { awaitContacts } from './await-contacts.ts'
import { offerOf } from './offer.ts'

interface By {
  readonly by: string
  readonly at: Moment
  readonly keyring: Keyring
}

/** What they will see, and whether another person has to agree first. */
export interface Preview {
  readonly values: Readonly<Partial<Record<Field, string>>>
  readonly secondHand: boolean
}

interface Prepared extends Preview {
  readonly agencyId: string
  readonly areaCode: string
  readonly agreement: Agreement
}

/** 预览: judged by the very rules of the release and shown by the very function that shows it to them. */
export async function previewItem(tx: Tx, asked: Given, who: By): Promise<Result<Preview>> {
  const prepared = await prepare(tx, asked, who)
  if (!prepared.ok) return prepared
  const { values, secondHand } = prepared.value
  return ok({ values, secondHand })
}

/** 发出: by one officer within what two people agreed; where the agreement asks for it, it waits for a second. */
export async function giveItem(
  tx: Tx,
  asked: Given,
  who: By,
): Promise<Result<{ readonly no: string; readonly state: 'proposed' | 'given' }>> {
  const prepared = await prepare(tx, asked, who)
  if (!prepared.ok) return prepared
  const { values, secondHand, agencyId, areaCode } = prepared.value
  const { by, at, keyring } = who
  const now = at.instant.toString()
  const no = await takeNumber(tx, 'XZ', at.today.year)
  const state = secondHand ? 'proposed' : 'given'
  await insertItem(tx, {
    ...{
      no,
      kind: asked.kind,
      agencyId,
      contactId: asked.contactId,
      agreementNo: asked.agreementNo,
      aboutNo: asked.aboutNo,
    },
    ...{ areaCode, fields: asked.fields, valuesSealed: keyring.sealField(JSON.stringify(values)), state },
    ...{ proposedBy: by, proposedAt: now },
    ...(secondHand ? { givenAt: null, receiveDueAt: null, answerDueAt: null } : clocksFrom(asked, at)),
  })
  await writeEvent(tx, no, {
    at: now,
    event: secondHand ? 'propose' : 'give',
    to: state,
    side: 'ours',
    by,
    wordsSealed: null,
  })
  const fact = { itemNo: no, agencyId, kind: asked.kind, aboutNo: asked.aboutNo, areaCode }
  if (!secondHand) {
    await announce(tx, itemGiven, fact)
    await awaitContacts(tx, { aboutNo: no, state, contactIds: [asked.contactId], areaCode }, at)
  }
  return ok({ no, state })
}

/** 响应时钟 begins with the release. */
export function clocksFrom({ kind }: Pick<Given, 'kind'>, at: Moment) {
  const { receiveDueAt, answerDueAt } = dueOf(kind, at.instant, partnersPolicy(at.today))
  return { givenAt: at.instant.toString(), receiveDueAt: `${receiveDueAt}`, answerDueAt: `${answerDueAt}` }
}

/** Whether it may go out now, under its agreement as it is at this moment; asked again when the second person agrees. */
export async function judgeRelease(
  tx: Tx,
  asked: Pick<Given, 'kind' | 'agreementNo' | 'fields'> & { readonly agencyId: string },
  people: { readonly proposedBy: string; readonly approvedBy: string | null },
  at: Moment,
): Promise<Result<Agreement>> {
  const agreement = agreementOf(await findAgreement(tx, asked.agreementNo))
  const { kind: itemKind, agreementNo: agreementId, agencyId, fields } = asked
  const release = { itemKind, itemNo: '', agreementId, agencyId, fields, ...people, withdrawn: false }
  const month = `${at.today.toPlainYearMonth()}-01T00:00:00+08:00`
  const judged = mayRelease(release, agreement, await countMonth(tx, asked.agreementNo, month), at.instant)
  if (!judged.ok) return judged
  return agreement === undefined ? refuse('agreementMissing') : ok(agreement)
}

async function prepare(tx: Tx, asked: Given, { by, at, keyring }: By): Promise<Result<Prepared>> {
  const contact = await findContact(tx, asked.contactId)
  if (contact?.state !== 'active') return refuse('contactMissing')
  const { agencyId } = contact
  const row = await findAgreement(tx, asked.agreementNo)
  const secondHand = row?.secondHand === true
  // A second person who is not known yet stands for anybody else.
  const people = { proposedBy: by, approvedBy: secondHand ? '' : null }
  const judged = await judgeRelease(tx, { ...asked, agencyId }, people, at)
  if (!judged.ok) return judged
  const matter = asked.aboutNo === null ? { areaCode: '440785', values: {} } : await offerOf(tx, asked.aboutNo, keyring)
  if (!matter) return refuse('matterUnknown')
  const values = chosen(asked, matter.values)
  if (!values.ok) return values
  if (asked.aboutNo !== null) {
    const unnamed = await leaveUnnamed(tx, asked.aboutNo, Object.values(values.value), keyring)
    if (!unnamed.ok) return unnamed
  }
  const release = {
    itemKind: asked.kind,
    itemNo: 'new',
    agreementId: asked.agreementNo,
    agencyId,
    fields: asked.fields,
    ...people,
  }
  const item = { kind: asked.kind, number: 'new', values: values.value }
  const seen = partnerView(item, { agencyId }, { ...release, withdrawn: false }, judged.value, at.instant)
  if (!seen.ok) return seen
  return ok({ values: seen.value, secondHand, agencyId, areaCode: matter.areaCode, agreement: judged.value })
}

/** The value of the file counts; what it has not may be typed. A number is never typed: it would name another matter. */
function chosen(asked: Given, known: Readonly<Partial<Record<Field, string>>>): Result<Partial<Record<Field, string>>> {
  const values: Partial<Record<Field, string>> = {}
  for (const field of asked.fields) {
    const typed = known[field] ?? (field === 'number' ? undefined : asked.typed[field])
    const clean = cleanText(typed ?? '', { max: 1000, lines: true })
    if (!clean.ok) return clean.refusal === 'textEmpty' ? refuse('itemValueMissing', { field }) : clean
    values[field] = clean.value
  }
  return ok(values)
}
