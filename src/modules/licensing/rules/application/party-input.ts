import { cleanText } from '#kernel/chinese-text'
import { parseDate } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import type { PartyAnswer, PartyRelation, PartyWay } from './interest.ts'

/** 告知利害关系人: who, where he is reached, and how he is told. */
export interface PartyInput {
  readonly relation: PartyRelation
  readonly name: string
  /** 联系地址和电话, as the officer has it. */
  readonly contact: string
  readonly way: PartyWay
}

export interface PartyAnswerInput {
  readonly partyId: string
  readonly answer: PartyAnswer
  /** The day it happened, as an ISO day. */
  readonly on: string
}

export function readParty(party: PartyInput | undefined): Result<PartyInput> {
  const name = cleanText(party?.name ?? '', { max: 60 })
  const contact = cleanText(party?.contact ?? '', { max: 200, lines: true })
  if (!party || !name.ok || !contact.ok) return refuse('partyMissing')
  return ok({ ...party, name: name.value, contact: contact.value })
}

export function readPartyAnswer(answer: PartyAnswerInput | undefined): Result<PartyAnswerInput> {
  if (!answer) return refuse('partyAnswerMissing')
  const day = parseDate(answer.on)
  return day.ok ? ok(answer) : refuse('partyAnswerMissing')
}
