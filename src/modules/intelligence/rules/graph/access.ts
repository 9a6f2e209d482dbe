import type { StaffRole } from '#kernel/actor'

/** Who may read the graph and its hits, for a purpose. */
export const graphReaders = ['analyst', 'head', 'inspector', 'legal'] as const satisfies readonly StaffRole[]

/** 调阅目的: without one, and the number of a clue or case it is for, the graph does not open. */
export const lookPurposes = {
  verify: { zh: '核查线索', en: 'Checking a clue' },
  investigate: { zh: '办理案件', en: 'Working a case' },
  analyse: { zh: '综合研判', en: 'Analysis' },
  supervise: { zh: '监督检查', en: 'Supervision' },
} as const
export type LookPurpose = keyof typeof lookPurposes
export const purposeCodes = Object.keys(lookPurposes) as [LookPurpose, ...LookPurpose[]]
