import type { Words } from '#kernel/form-fields'
import type { Moves, StateOf } from '#kernel/state-table'

/** 持证户: what people do about a shop that a signed walk shows inside. `end` is the licence's own end, told by licensing. */
export const caseMoves = {
  protected: { persuade: 'persuaded', agree: 'exiting', end: 'out' },
  persuaded: { persuade: 'persuaded', agree: 'exiting', end: 'out' },
  exiting: { persuade: 'exiting', retract: 'persuaded', end: 'out' },
  out: {},
} as const satisfies Moves
export type CaseState = StateOf<typeof caseMoves>

/** Where a shop stands: a state of its case, or what walk and map say. */
export type Standing = CaseState | 'toMeasure' | 'outside'

export const standingLabels: Readonly<Record<Standing, Words>> = {
  toMeasure: { zh: '待实地测量', en: 'To be measured' },
  protected: { zh: '到期前受保护', en: 'Protected until expiry' },
  persuaded: { zh: '已劝导', en: 'Persuaded' },
  exiting: { zh: '自愿退出中', en: 'Leaving of its own will' },
  out: { zh: '已退出', en: 'Out' },
  outside: { zh: '测得不在周边', en: 'Measured outside' },
}

/** 自愿退出 leads to 歇业; a move is a new application elsewhere and 歇业 here (a move is no 变更). */
export const exitWays = {
  close: { zh: '申请歇业', en: 'Closing for good' },
  move: { zh: '另址申请新办，原店歇业', en: 'New licence elsewhere, closing here' },
} as const satisfies Readonly<Record<string, Words>>
export type ExitWay = keyof typeof exitWays

export const outCauses = {
  close: { zh: '自愿歇业', en: 'Closed of its own will' },
  move: { zh: '迁到别处', en: 'Moved elsewhere' },
  expired: { zh: '届满未延续', en: 'Not renewed at expiry' },
  cancelled: { zh: '许可证因其他原因终止', en: 'Licence ended otherwise' },
} as const satisfies Readonly<Record<string, Words>>
export type OutCause = keyof typeof outCauses

export const answers = {
  willing: { zh: '愿意退出', en: 'Willing to leave' },
  considering: { zh: '再考虑', en: 'Will think about it' },
  unwilling: { zh: '不愿意', en: 'Not willing' },
  absent: { zh: '人不在', en: 'Nobody there' },
} as const satisfies Readonly<Record<string, Words>>
export type Answer = keyof typeof answers

export const signings = {
  signed: { zh: '已签字', en: 'Signed' },
  refused: { zh: '拒绝签字，已注明', en: 'Refused to sign, noted' },
  absent: { zh: '人不在', en: 'Nobody there' },
} as const satisfies Readonly<Record<string, Words>>
export type Signing = keyof typeof signings
