import { cleanText } from '#kernel/chinese-text'
import { ageOn, birthDateOf, type CitizenId, parseCitizenId } from '#kernel/citizen-id'
import { parseDate } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import type { AccessPolicy } from './access-policy.ts'

/** What the chip says, as the terminal passed it on. */
export interface Card {
  readonly name: string
  readonly birth: string
  readonly idNo: string
  readonly issuer: string
  readonly validFrom: string
  readonly validTo: string
}

/** 持证人: what is taken from the card. */
export interface Holder {
  readonly name: string
  readonly idNo: CitizenId
  /** 六十周岁以上: the screen offers the elder view. */
  readonly elder: boolean
}

export type CardRefusal = 'cardMalformed' | 'cardNotYetValid' | 'cardExpired' | 'holderUnderAge'

/**
 * Whether a card opens a session today (server's day). The terminal stands on hostile ground, so every field is judged
 * again: check digit, the birth inside the number, the term. The last day of the term still counts (居民身份证法第五条
 * gives terms in years). Refusals name the field, never its content.
 */
export function decideCard(card: Card, today: Temporal.PlainDate, policy: AccessPolicy): Result<Holder, CardRefusal> {
  const read = readCard(card)
  if (!read.ok) return read
  const { name, idNo, from, to } = read.value
  if (Temporal.PlainDate.compare(today, from) < 0) return refuse('cardNotYetValid')
  if (to !== undefined && Temporal.PlainDate.compare(today, to) > 0) return refuse('cardExpired')
  const age = ageOn(idNo, today)
  if (age < policy.adultAge) return refuse('holderUnderAge', { age: policy.adultAge })
  return ok({ name, idNo, elder: age >= policy.elderAge })
}

interface ReadCard {
  readonly name: string
  readonly idNo: CitizenId
  readonly from: Temporal.PlainDate
  /** `undefined` for 长期. */
  readonly to: Temporal.PlainDate | undefined
}

function readCard(card: Card): Result<ReadCard, 'cardMalformed'> {
  const malformed = (field: keyof Card) => refuse('cardMalformed', { field })
  const name = cleanText(card.name, { max: 15 })
  if (!name.ok) return malformed('name')
  if (!cleanText(card.issuer, { max: 15 }).ok) return malformed('issuer')
  const idNo = parseCitizenId(card.idNo)
  if (!idNo.ok) return malformed('idNo')
  const birth = parseDate(card.birth)
  if (!birth.ok || !birth.value.equals(birthDateOf(idNo.value))) return malformed('birth')
  const from = parseDate(card.validFrom)
  if (!from.ok || Temporal.PlainDate.compare(from.value, birth.value) < 0) return malformed('validFrom')
  if (card.validTo.trim() === '长期') return ok({ name: name.value, idNo: idNo.value, from: from.value, to: undefined })
  const to = parseDate(card.validTo)
  if (!to.ok || Temporal.PlainDate.compare(to.value, from.value) < 0) return malformed('validTo')
  return ok({ name: name.value, idNo: idNo.value, from: from.value, to: to.value })
}
