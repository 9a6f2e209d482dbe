import type { EventOf, Moves, StateOf } from '#kernel/state-table'

/**
 * 线索的状态 (reference §7). Two things stand in the table itself: a report within the remit is checked before anybody may
 * call it unfounded (行政许可法 §65), and every outcome is told to the reporter before the clue is closed (广东省市场监管条例 §41).
 */
export const clueMoves = {
  new: { validate: 'validated', extend: 'new', markDuplicate: 'duplicate', refer: 'referred' },
  validated: { grade: 'graded', extend: 'validated', markDuplicate: 'duplicate', refer: 'referred' },
  graded: { assign: 'assigned', extend: 'graded', markDuplicate: 'duplicate', refer: 'referred' },
  assigned: { begin: 'verifying', assign: 'assigned', extend: 'assigned' },
  verifying: {
    convert: 'converted',
    refer: 'referred',
    watch: 'monitor',
    unfound: 'unfounded',
    markDuplicate: 'duplicate',
    assign: 'assigned',
    extend: 'verifying',
  },
  converted: { tell: 'feedback' },
  referred: { tell: 'feedback' },
  monitor: { resume: 'verifying', tell: 'feedback' },
  unfounded: { tell: 'feedback' },
  duplicate: { tell: 'feedback' },
  feedback: { close: 'closed' },
  closed: {},
} as const satisfies Moves

export type ClueState = StateOf<typeof clueMoves>
export type ClueEvent = EventOf<typeof clueMoves>
export const clueStates = Object.keys(clueMoves) as [ClueState, ...ClueState[]]
export const clueEvents = [
  ...new Set(Object.values(clueMoves).flatMap(row => Object.keys(row))),
] as unknown as readonly [ClueEvent, ...ClueEvent[]]

/** 处理结果: the states in which the question of filing is answered; the legal clock stops. */
export const outcomes = ['converted', 'referred', 'monitor', 'unfounded', 'duplicate'] as const
export type ClueOutcome = (typeof outcomes)[number]
export const isOutcome = (state: string): state is ClueOutcome => (outcomes as readonly string[]).includes(state)

export const stateWords: Readonly<Record<ClueState, { readonly zh: string; readonly en: string }>> = {
  new: { zh: '待甄别', en: 'New' },
  validated: { zh: '待分级', en: 'Validated' },
  graded: { zh: '待派发', en: 'Graded' },
  assigned: { zh: '已派发', en: 'Assigned' },
  verifying: { zh: '核查中', en: 'Being checked' },
  converted: { zh: '转立案', en: 'To be filed' },
  referred: { zh: '已移送', en: 'Referred' },
  monitor: { zh: '持续关注', en: 'Watched' },
  unfounded: { zh: '查无实据', en: 'Unfounded' },
  duplicate: { zh: '重复线索', en: 'Duplicate' },
  feedback: { zh: '已反馈', en: 'Answered' },
  closed: { zh: '已办结', en: 'Closed' },
}
