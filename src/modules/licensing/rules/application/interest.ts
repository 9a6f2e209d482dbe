import type { Words } from '../services/service.ts'

/** 利害关系: what the rules found of others, and who was told what (XK 36, 47). */
export interface Interest {
  /** Rule N04 found somebody who may lose by a grant. */
  readonly touched: boolean
  /** The handler looked and wrote down that nobody’s major interest is touched. */
  readonly cleared: boolean
  readonly parties: readonly InterestedParty[]
  /** A hearing was held after the last of them asked for it. */
  readonly hearingHeld: boolean
}

export const partyRelations = {
  neighbour: { zh: '邻近的零售户', en: 'A shop nearby' },
  sameAddress: { zh: '同一地址的持证人', en: 'The holder at this address' },
  earlier: { zh: '同区域先申请的人', en: 'An earlier applicant of the area' },
  other: { zh: '其他利害关系人', en: 'Somebody else' },
} as const satisfies Record<string, Words>
export type PartyRelation = keyof typeof partyRelations

/** 告知方式: the five days run from the day he was told, so a letter counts from the day it came. */
export const partyWays = {
  handed: { zh: '当面交付', en: 'Handed over' },
  posted: { zh: '邮寄', en: 'By post' },
} as const satisfies Record<string, Words>
export type PartyWay = keyof typeof partyWays

export const partyAnswers = {
  received: { zh: '邮件已签收', en: 'The letter has come' },
  statement: { zh: '提出意见，不要求听证', en: 'Has made a statement and asks for no hearing' },
  waived: { zh: '没有意见，不要求听证', en: 'Has nothing to say and asks for no hearing' },
  hearing: { zh: '要求听证', en: 'Asks for a hearing' },
} as const satisfies Record<string, Words>
export type PartyAnswer = keyof typeof partyAnswers

export interface InterestedParty {
  /** 被告知之日, as an ISO day; null = the letter is under way. */
  readonly toldOn: string | null
  readonly answer: Exclude<PartyAnswer, 'received'> | null
  /** Last day to ask for a hearing (XK 47); null = it cannot be counted. */
  readonly until: Temporal.PlainDate | null
}

/** Why nothing may be proposed or decided yet for the sake of others; undefined = they were told and heard, or there are none. */
export function interestFault({ touched, cleared, parties, hearingHeld }: Interest, today: Temporal.PlainDate) {
  if (parties.length === 0) return touched && !cleared ? untold : undefined
  if (parties.some(({ toldOn }) => toldOn === null)) return underWay
  if (parties.some(({ answer }) => answer === 'hearing') && !hearingHeld) return hearingAsked
  const waiting = parties.find(party => party.answer === null && !hasPassed(party, today))
  if (waiting === undefined) return undefined
  const until = waiting.until?.toString()
  return {
    zh: `利害关系人可以在${until ?? '五个工作日内（节假日还没有公布）'}以前要求听证，还没有答复，期限也没有过。`,
    en: `Somebody with a major interest may still ask for a hearing until ${until ?? 'five working days from being told'}.`,
  }
}

const hasPassed = ({ until }: InterestedParty, today: Temporal.PlainDate): boolean =>
  until !== null && Temporal.PlainDate.compare(today, until) > 0

const untold: Words = {
  zh: '核对发现可能直接关系他人的重大利益：请先告知利害关系人，或者写明经核实不涉及。',
  en: 'A major interest of others may be touched: tell them first, or write down why it is not.',
}
const underWay: Words = {
  zh: '寄给利害关系人的告知书还没有签收，签收之日起才开始计算五个工作日。',
  en: 'The letter to somebody with a major interest has not come yet; the five working days run from that day.',
}
const hearingAsked: Words = {
  zh: '利害关系人要求听证：请在二十个工作日内组织，听证以后再提出意见。',
  en: 'Somebody with a major interest asks for a hearing: hold it within twenty working days, then propose.',
}
