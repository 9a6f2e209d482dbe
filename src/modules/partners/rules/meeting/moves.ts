import type { Moves, StateOf } from '#kernel/state-table'

/** 会议状态表: from the plan to the signed minutes; guard, buttons and database read the same rows. */
export const meetingMoves = {
  planned: { call: 'called', cancel: 'cancelled' },
  called: { begin: 'sitting', cancel: 'cancelled' },
  sitting: { end: 'held' },
  held: { sign: 'minuted' },
  minuted: {},
  cancelled: {},
} as const satisfies Moves
export type MeetingState = StateOf<typeof meetingMoves>
export type MeetingEvent = 'call' | 'begin' | 'end' | 'sign' | 'cancel'

export const meetingStateLabels: Readonly<Record<MeetingState, { readonly zh: string; readonly en: string }>> = {
  planned: { zh: '拟定，未通知', en: 'Planned, nobody told yet' },
  called: { zh: '已通知', en: 'Called' },
  sitting: { zh: '正在开会', en: 'Sitting' },
  held: { zh: '已开，待定稿纪要', en: 'Held, minutes to sign' },
  minuted: { zh: '纪要已定稿', en: 'Minutes signed' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
}

/** 联席会议 meets by plan, 线索分析座谈会 over clues, 紧急会商 at any time (reference §8.9). */
export const meetingKinds = {
  joint: { zh: '联席会议', en: 'Joint meeting' },
  analysis: { zh: '线索分析座谈会', en: 'Analysis of clues' },
  urgent: { zh: '紧急会商', en: 'Urgent meeting' },
} as const
export type MeetingKind = keyof typeof meetingKinds
