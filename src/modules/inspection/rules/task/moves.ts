import type { Moves, StateOf } from '#kernel/state-table'

/** 检查任务状态表: the machine proposes, a person sends; guard, buttons and database read the same rows. */
export const taskMoves = {
  proposed: { approve: 'assigned', reject: 'rejected', lapse: 'lapsed' },
  assigned: { recall: 'proposed', scanIn: 'visiting', report: 'found' },
  visiting: { report: 'found' },
  found: { settle: 'closed' },
  closed: {},
  rejected: {},
  lapsed: {},
} as const satisfies Moves

export type TaskState = StateOf<typeof taskMoves>

/** 来源: an alert, a draw, a person, a disposal that asks for a return, the calendar, or the cycle of a class. */
export const taskSources = ['alert', 'draw', 'person', 'followUp', 'calendar', 'cycle'] as const
export type TaskSource = (typeof taskSources)[number]

interface Label {
  readonly zh: string
  readonly en: string
}

/** APCD: where in the circle 分析 → 计划 → 检查 → 处理 a task of this state stands. */
export const taskStateLabels: Readonly<Record<TaskState, Label & { readonly phase: 'A' | 'P' | 'C' | 'D' }>> = {
  proposed: { zh: '建议，待审批', en: 'Proposed', phase: 'A' },
  assigned: { zh: '已派', en: 'Assigned', phase: 'P' },
  visiting: { zh: '检查中', en: 'Visit going on', phase: 'C' },
  found: { zh: '有结果，待处理', en: 'Outcome to settle', phase: 'D' },
  closed: { zh: '已办结', en: 'Closed', phase: 'D' },
  rejected: { zh: '不检查', en: 'Not inspected', phase: 'A' },
  lapsed: { zh: '过期未派', en: 'Lapsed', phase: 'A' },
}

/** 检查类型 (reference §6.5). `capped`: counts against the yearly limit of a shop; `drawn` ones come from a draw only. */
export const taskKinds = {
  regular: { zh: '定期核查', en: 'Regular check', capped: true },
  random: { zh: '随机抽查', en: 'Random check', capped: true },
  offHours: { zh: '错时检查', en: 'Off-hours check', capped: true },
  joint: { zh: '联合检查', en: 'Joint check', capped: true },
  campaign: { zh: '专项整治', en: 'Campaign', capped: true },
  surprise: { zh: '突击检查', en: 'Surprise check', capped: false },
  report: { zh: '举报、线索核查', en: 'Check of a report or alert', capped: false },
  licenceCheck: { zh: '许可实地核查', en: 'Licence check on the spot', capped: false },
  followUp: { zh: '整改复查', en: 'Follow-up', capped: false },
  afterGrant: { zh: '后续监管抽查', en: 'Check after a grant', capped: true },
} as const satisfies Readonly<Record<string, Label & { readonly capped: boolean }>>
export type TaskKind = keyof typeof taskKinds
