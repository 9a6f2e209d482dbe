import type { Citation } from '#kernel/citation'
import type { RuleName } from '../checks/rule-names.ts'
import type { LicenceEvent } from '../licence/moves.ts'
import type { Question } from './question.ts'

/** 办理事项, by the Chinese word; 歇业 is final here and never the market regulator's dormancy (reference §2.1, trap b). */
export const serviceCodes = ['issue', 'renewal', 'change', 'suspend', 'resume', 'reissue', 'close'] as const
export type ServiceCode = (typeof serviceCodes)[number]

export interface Words {
  readonly zh: string
  readonly en: string
}

/** One definition drives terminal, phone, window and API: what is asked, what is checked, what a grant does. */
export interface ServiceDefinition {
  readonly code: ServiceCode
  /** 延续 */
  readonly name: Words
  /** What the choice says under the name, in the retailer's words. */
  readonly detail: Words
  /** 事项编码 and applyType of the national portal (reference §2.1; the English keys there are swapped, never use them). */
  readonly itemCode: string
  readonly applyType: string
  readonly basis: readonly Citation[]
  /** 新办 needs a plan of the premises and stays with window and phone. */
  readonly channels: readonly Channel[]
  /** Asked besides identity, telephone, notice and signature; nothing the registers know already. */
  readonly questions: readonly Question[]
  readonly rules: readonly RuleName[]
  /** What a grant does to the licence; `licenceMoves` says from which states. */
  readonly licenceEvent: LicenceEvent
  /** A new face is printed: the retailer says how the paper shall come. */
  readonly newFace: boolean
  /** 加强核验: needs a way of proof that shows the person, not only the telephone (reference §10.1). */
  readonly stepUp: boolean
  /** 自动准予 may be switched on for it at all (reference §3). */
  readonly automatic: boolean
}

export const channels = ['terminal', 'online', 'window', 'helper'] as const
export type Channel = (typeof channels)[number]
