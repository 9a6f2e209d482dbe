import type { StaffRole } from '#kernel/actor'
import type { Citation } from '#kernel/citation'
import type { Moment } from '#kernel/dates'
import type { HolidayCalendar } from '#kernel/working-days'
import type { Weighed } from '../discretion/decide.ts'
import type { FineRange } from '../discretion/fine-range.ts'
import type { CaseLot } from '../goods/case-lots.ts'
import type { CasePolicy } from '../policy.ts'
import type { CaseFile, Clock, Input, Words } from './case-file.ts'
import type { ClockKind } from './clocks.ts'
import type { Field } from './fields.ts'
import type { CaseEvent } from './moves.ts'
import type { Need } from './needs.ts'

/** One member of staff, as the rules look at him. */
export interface Officer {
  readonly id: string
  readonly name: string
  readonly active: boolean
  readonly roles: readonly StaffRole[]
  readonly certificateNo: string | null
  readonly certificateFrom: string | null
  readonly certificateTo: string | null
  /** 利害关系 with the party or the shop of this case, on record today (CF 43). */
  readonly interested?: boolean
}

/** What lies beside the file and counts for its steps. */
export interface Around {
  readonly evidence: number
  /** 询问笔录、检查笔录 that are signed. */
  readonly records: number
  /** Why the goods do not balance; null where they do or there are none. */
  readonly goods: Words | null
  /** 涉案物品 of the ledger, and their value by it; null where a price is missing or there are none. */
  readonly lots: readonly CaseLot[]
  readonly goodsValue: number | null
  /** A threshold of reference §8.5 that is reached; null where none is. */
  readonly criminal: Words | null
  /** 裁量: the last fine weighed in this case. */
  readonly weighed?: Weighed
  /** What the article of the violation leaves for a fine nobody weighed. */
  readonly range: FineRange
  /** Document kinds issued in this case. */
  readonly papers: readonly string[]
}

export interface Setting {
  readonly policy: CasePolicy
  readonly calendar: HolidayCalendar
  readonly officers: readonly Officer[]
  readonly around: Around
}

export interface StepFacts extends Setting {
  readonly file: CaseFile
  readonly by: string
  readonly at: Moment
}

export interface TakenFacts extends StepFacts {
  readonly input: Input
}

/** What a step changes besides state, history and the clocks of its row. */
interface Change {
  readonly file?: Partial<Pick<CaseFile, 'officers' | 'violation' | 'path' | 'filedOn' | 'decidedOn' | 'happenedOn'>>
  readonly clocks?: (clocks: readonly Clock[]) => readonly Clock[]
}

/** 一步 of the procedure: who, on what conditions, what is asked, which clocks it meets and begins, which documents it makes. */
export interface StepRule extends Words {
  readonly by: readonly StaffRole[]
  readonly asks: readonly Field[]
  /** Conditions known before anything is entered: the button says them. */
  readonly needs?: readonly Need[]
  /** Conditions on what was entered. */
  readonly check?: (facts: TakenFacts) => Words | undefined
  readonly proposes?: true
  readonly decides?: true
  readonly basis?: readonly Citation[]
  readonly meets?: readonly ClockKind[]
  readonly starts?: readonly ClockKind[]
  readonly change?: (facts: TakenFacts) => Change
  readonly papers?: readonly string[]
}

export type StepTable = Readonly<Partial<Record<CaseEvent, StepRule>>>
