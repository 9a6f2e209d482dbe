import type { Moves, StateOf } from '#kernel/state-table'

/** 现场检查状态表: begins with the first scan-in; the record ends it. Guard, pages and database read the same rows. */
export const visitMoves = {
  none: { scanIn: 'underway' },
  underway: { scanOut: 'left' },
  left: { record: 'recorded' },
  recorded: {},
} as const satisfies Moves

export type VisitState = StateOf<typeof visitMoves>

export const visitStateLabels: Readonly<Record<VisitState, { readonly zh: string; readonly en: string }>> = {
  none: { zh: '未开始', en: 'Not begun' },
  underway: { zh: '检查中', en: 'Going on' },
  left: { zh: '已离开，待签字齐全', en: 'Left; signatures to be completed' },
  recorded: { zh: '已出现场检查笔录', en: 'Record issued' },
}
