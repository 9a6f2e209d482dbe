import type { Moves, StateOf } from '#kernel/state-table'

/** 联合行动状态表: planned by some, approved by another, shown to the others by its release, run live, evaluated by a person. */
export const actionMoves = {
  draft: { approve: 'approved', drop: 'dropped' },
  approved: { release: 'released', revise: 'draft', drop: 'dropped' },
  released: { start: 'live', drop: 'dropped' },
  live: { end: 'ended' },
  ended: { evaluate: 'evaluated' },
  evaluated: {},
  dropped: {},
} as const satisfies Moves
export type ActionState = StateOf<typeof actionMoves>
export type ActionEvent = 'approve' | 'revise' | 'release' | 'start' | 'end' | 'evaluate' | 'drop'

export const actionStateLabels: Readonly<Record<ActionState, { readonly zh: string; readonly en: string }>> = {
  draft: { zh: '方案拟定中', en: 'Plan being written' },
  approved: { zh: '已批准，未公布', en: 'Approved, not released' },
  released: { zh: '已公布，待集结', en: 'Released' },
  live: { zh: '行动中', en: 'Live' },
  ended: { zh: '已结束，待评估', en: 'Ended, to be evaluated' },
  evaluated: { zh: '已评估', en: 'Evaluated' },
  dropped: { zh: '已取消', en: 'Dropped' },
}

/** 错时 and 突击 are known to their planners alone until they are released. */
export const actionKinds = {
  planned: { zh: '常规联合行动', en: 'Planned action', hidden: false },
  offHours: { zh: '错时行动', en: 'Off-hours action', hidden: true },
  surprise: { zh: '突击行动', en: 'Surprise action', hidden: true },
} as const
export type ActionKind = keyof typeof actionKinds

/** Where a participant stands: told from the spot, shown on the board. */
export const steps = {
  assembled: { zh: '已集结', en: 'Assembled' },
  underway: { zh: '在路上', en: 'Under way' },
  onSite: { zh: '已到位', en: 'On the spot' },
  checking: { zh: '检查中', en: 'Checking' },
  needsHelp: { zh: '请求支援', en: 'Needs help' },
  finished: { zh: '已完成', en: 'Finished' },
  withdrawn: { zh: '已撤离', en: 'Left' },
} as const
export type Step = keyof typeof steps

/** What came of it; all but `find` are numbers of other domains, and their figures are read there. */
export const resultKinds = {
  visit: { zh: '检查', en: 'Visit' },
  clue: { zh: '线索', en: 'Clue' },
  case: { zh: '案件', en: 'Case' },
  goods: { zh: '涉案物品', en: 'Goods' },
  find: { zh: '其他发现', en: 'Other find' },
} as const
export type ResultKind = keyof typeof resultKinds
