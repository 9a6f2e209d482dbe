import type { FormInput, Words } from '#kernel/form-fields'
import type { CaseEvent, CaseState } from './moves.ts'

export type { Words }

/** 当事人. Sealed at rest; lists show a masked name. */
export interface Party {
  readonly kind: 'person' | 'organisation'
  readonly name: string
  /** 公民身份号码 or 统一社会信用代码; empty until known. */
  readonly idNo: string
  readonly address: string
  readonly phone: string
  /** 法定代表人、负责人, where it is an organisation. */
  readonly represented: string
}

export type Input = FormInput

/** 办理过程中的一步, as it was taken. */
export interface TakenStep {
  readonly n: number
  readonly event: CaseEvent | 'open'
  readonly from: CaseState
  readonly to: CaseState
  readonly by: string
  readonly on: string
  readonly at: string
  readonly input: Input
}

/** 期限: begun once, never taken off the file; what it was and how it ended stay. */
export interface Clock {
  readonly kind: string
  readonly startedOn: string
  readonly dueOn: string
  /** Where the law counts hours. */
  readonly dueAt?: string
  readonly state: 'running' | 'paused' | 'met' | 'ended'
  readonly endedOn?: string
  /** The step that met or ended it. */
  readonly endedBy?: string
  readonly pausedOn?: string
  /** The holidays of that year are not published: reckoned on the safe side. */
  readonly estimated?: true
}

export const origins = {
  finding: { zh: '监督检查发现', en: 'Found at an inspection' },
  credit: { zh: '整改不到位移交', en: 'Handed over by disposal' },
  clue: { zh: '线索、举报', en: 'Clue or report' },
  scene: { zh: '现场查获', en: 'Caught in the act' },
  assigned: { zh: '上级交办', en: 'Assigned from above' },
  handedOver: { zh: '其他机关移送', en: 'Handed over by another agency' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Readonly<Record<string, Words>>
export type Origin = keyof typeof origins

/** 一案一卷: everything papers, buttons, checks and lists are made from. */
export interface CaseFile {
  readonly no: string
  readonly path: 'ordinary' | 'simple'
  readonly state: CaseState
  readonly version: number
  readonly areaCode: string
  readonly licenceNo: string | null
  /** P01–P20 (reference §8.2). */
  readonly violation: string | null
  readonly about: string
  readonly origin: Origin
  readonly originRef: string | null
  readonly happenedOn: string | null
  readonly party: Party
  /** 办案人员: two, with certificates. */
  readonly officers: readonly string[]
  readonly clocks: readonly Clock[]
  readonly steps: readonly TakenStep[]
  readonly filedOn: string | null
  readonly decidedOn: string | null
  readonly proposedBy: string | null
  readonly decidedBy: string | null
  readonly openedBy: string
  readonly openedOn: string
}
