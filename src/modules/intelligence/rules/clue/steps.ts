import type { StaffRole } from '#kernel/actor'
import { type Citation, cite } from '#kernel/citation'
import { nextState } from '#kernel/state-table'
import { type ClueEvent, type ClueState, clueMoves } from './moves.ts'
import { agencies, grades, matters, type Words } from './words.ts'

/** One thing a step asks of the officer; the form of the page and the check of the server read the same row. */
export interface StepField extends Words {
  readonly key: 'words' | 'grade' | 'staff' | 'agency' | 'same' | 'days' | 'matter'
  readonly type: 'words' | 'choice' | 'staff' | 'clue' | 'number'
  readonly options?: Readonly<Record<string, Words>>
  readonly optional?: true
}

interface StepRule extends Words {
  readonly by: readonly StaffRole[]
  readonly asks: readonly StepField[]
  readonly basis: readonly Citation[]
  /** Never by whoever checks the clue himself: nobody buries alone what he was sent to look at. */
  readonly notByChecker?: true
  /** Only by whoever checks it, or a head. */
  readonly byChecker?: true
}

const words = (zh: string, en: string): StepField => ({ key: 'words', type: 'words', zh, en })
const note: StepField = { ...words('说明', 'Note'), optional: true }

export const clueSteps: Readonly<Record<ClueEvent, StepRule>> = {
  validate: {
    zh: '甄别通过',
    en: 'Validate',
    by: ['informantDesk', 'analyst', 'head'],
    asks: [{ key: 'matter', type: 'choice', zh: '事项', en: 'Matter', options: matters }, note],
    basis: [cite('XK', 65), cite('YSJ', 41)],
  },
  grade: {
    zh: '分级',
    en: 'Grade',
    by: ['analyst', 'head'],
    asks: [{ key: 'grade', type: 'choice', zh: '等级', en: 'Grade', options: grades }, words('理由', 'Reason')],
    basis: [],
  },
  assign: {
    zh: '派发核查',
    en: 'Assign',
    by: ['analyst', 'head'],
    asks: [{ key: 'staff', type: 'staff', zh: '核查人', en: 'Checked by' }, note],
    basis: [],
  },
  begin: {
    zh: '开始核查',
    en: 'Begin the check',
    by: ['inspector', 'head'],
    byChecker: true,
    asks: [note],
    basis: [cite('S93', 33)],
  },
  convert: {
    zh: '转立案',
    en: 'To be filed',
    by: ['inspector', 'head'],
    byChecker: true,
    asks: [words('核查情况和立案理由', 'What was found and why it is filed')],
    basis: [cite('S93', 33), cite('S93', 34)],
  },
  refer: {
    zh: '移送有权部门',
    en: 'Refer',
    by: ['analyst', 'inspector', 'head'],
    asks: [{ key: 'agency', type: 'choice', zh: '移送给', en: 'To', options: agencies }, words('理由', 'Reason')],
    basis: [cite('YSJ', 41)],
  },
  watch: {
    zh: '持续关注',
    en: 'Keep watching',
    by: ['analyst', 'head'],
    asks: [words('为什么现在不能查清', 'Why it cannot be cleared up now')],
    basis: [cite('S93', 33)],
  },
  unfound: {
    zh: '查无实据',
    en: 'Unfounded',
    by: ['head', 'legal'],
    notByChecker: true,
    asks: [words('查了什么、为什么不立案', 'What was checked and why it is not filed')],
    basis: [cite('S93', 36)],
  },
  markDuplicate: {
    zh: '并入已有线索',
    en: 'Duplicate',
    by: ['informantDesk', 'analyst', 'head'],
    asks: [{ key: 'same', type: 'clue', zh: '已有线索的编号', en: 'Number of the earlier clue' }, note],
    basis: [],
  },
  extend: {
    zh: '批准延长',
    en: 'Extend',
    by: ['head'],
    asks: [
      { key: 'days', type: 'number', zh: '延长几日', en: 'Days' },
      words('理由（告知举报人）', 'Reason (the reporter is told)'),
    ],
    basis: [cite('S93', 33)],
  },
  resume: {
    zh: '恢复核查',
    en: 'Check again',
    by: ['analyst', 'head'],
    asks: [words('新情况', 'What is new')],
    basis: [],
  },
  tell: {
    zh: '反馈结果',
    en: 'Give feedback',
    by: ['informantDesk', 'analyst', 'head'],
    asks: [words('告诉举报人的话', 'What the reporter is told')],
    basis: [cite('YSJ', 41)],
  },
  close: { zh: '办结', en: 'Close', by: ['informantDesk', 'analyst', 'head'], asks: [note], basis: [] },
}

/** The step one is expected to take next, shown as the one button on top. */
export const primaryStep: Readonly<Partial<Record<ClueState, ClueEvent>>> = {
  new: 'validate',
  validated: 'grade',
  graded: 'assign',
  assigned: 'begin',
  verifying: 'convert',
  converted: 'tell',
  referred: 'tell',
  monitor: 'resume',
  unfounded: 'tell',
  duplicate: 'tell',
  feedback: 'close',
}

interface StepActor {
  readonly label: string
  readonly roles: readonly StaffRole[]
}

/** Why this officer cannot take this step now; undefined = he can. The server and the button ask the same function. */
export function whyNotStep(
  clue: { readonly state: ClueState; readonly assignedTo: string | null },
  event: ClueEvent,
  { label, roles }: StepActor,
): Words | undefined {
  const rule = clueSteps[event]
  if (!nextState(clueMoves, clue.state, event).ok)
    return { zh: '现在的状态不能做这一步。', en: 'Not possible in the current state.' }
  if (!rule.by.some(role => roles.includes(role)))
    return { zh: '这一步由其他岗位的工作人员办理。', en: 'Another role takes this step.' }
  if (rule.byChecker && clue.assignedTo !== label && !roles.includes('head'))
    return { zh: '由派发的核查人办理。', en: 'The officer it was assigned to takes this step.' }
  return rule.notByChecker && clue.assignedTo === label
    ? { zh: '核查人自己不能认定查无实据。', en: 'Whoever checks it does not declare it unfounded.' }
    : undefined
}
