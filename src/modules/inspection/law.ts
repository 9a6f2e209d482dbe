import { type LawUse, lawUsesOf } from '#kernel/law-use'
import { checks, powers } from './rules/task/reasons.ts'

/** 检查引用的法律. */
export const inspectionLaw = (): readonly LawUse[] => [
  ...lawUsesOf({
    ...{ at: 'inspection.checks', kind: 'rule', rows: checks, zh: '检查事项', en: 'What is looked at' },
    path: '/console/tasks',
  }),
  ...lawUsesOf({
    ...{ at: 'inspection.powers', kind: 'paper', path: '/console/tasks' },
    rows: { record: { zh: '现场检查笔录', en: 'Record of an inspection', basis: powers } },
  }),
]
