import type { StaffRole } from '#kernel/actor'
import type { Citation } from '#kernel/citation'
import type { FormField, FormInput, Words } from '#kernel/form-fields'
import type { Result } from '#kernel/refusal'
import type { Moves } from '#kernel/state-table'
import type { HolidayCalendar } from '#kernel/working-days'
import type { CountedRecord, Grade } from './grade.ts'
import type { CreditPolicy } from './policy.ts'

export type { Words }

/** What a step may ask of the officer here. */
export type Field = FormField<'words' | 'short' | 'day' | 'choice' | 'two' | 'lines' | 'yes'>

export type Input = FormInput

interface EventRule extends Words {
  /** Empty: only the house itself takes this step. */
  readonly by: readonly StaffRole[]
  readonly asks: readonly Field[]
  /** 两人原则: whoever took the last step that `proposes` never takes one that `decides`. */
  readonly proposes?: true
  readonly decides?: true
  /** Takes something, or gives it for all to see: stopped while the ledger is not sealed. */
  readonly basis?: readonly Citation[]
}

interface StateRule extends Words {
  /** What the clock of the file means in this state. */
  readonly due?: Words
}

/** What the register and the records say of the shop today. */
export interface Standing {
  readonly licenceState: string
  readonly licensedOn: string
  readonly grade: Grade | null
  readonly records: readonly CountedRecord[]
  /** In the 异常档案, or with something to be corrected or filed. */
  readonly troubles: readonly string[]
}

export interface CreditFile {
  readonly id: string
  readonly kind: string
  readonly licenceNo: string
  readonly areaCode: string
  readonly state: string
  readonly version: number
  readonly openedBy: string
  readonly openedOn: string
  readonly proposedBy: string | null
  readonly dueOn: string | null
  readonly data: FileData
}
export type FileData = Readonly<Record<string, unknown>>

/** What follows from a step elsewhere; the action carries it out in the same transaction. */
export type Effect =
  | { readonly do: 'followUp'; readonly dueBy: string; readonly words: string }
  | { readonly do: 'askCase' }
  | { readonly do: 'regrade' }
  | { readonly do: 'tell'; readonly text: string }
  | { readonly do: 'paper' }
  /** 示范店: something happened that it may not survive. */
  | { readonly do: 'reviewModel' }
  | {
      readonly do: 'open'
      readonly kind: string
      readonly state?: string
      readonly data: FileData
      readonly licences?: readonly string[]
    }
  | { readonly do: 'move'; readonly file: string; readonly event: string }

export interface StepFacts {
  readonly file: CreditFile
  readonly event: string
  readonly input: Input
  readonly by: string
  readonly today: Temporal.PlainDate
  readonly policy: CreditPolicy
  readonly calendar: HolidayCalendar
  readonly standing: Standing
  /** The record or entry that an objection or repair is about, and who made it stand. */
  readonly target?: CreditFile & { readonly doers: readonly string[] }
}

export interface StepOutcome {
  readonly data?: FileData
  /** `undefined` leaves the clock as it is. */
  readonly dueOn?: string | null
  readonly effects?: readonly Effect[]
}

/** One kind of file of credit: its table of states, who may do what, and what follows. */
export interface KindRule extends Words {
  readonly prefix: string
  readonly moves: Moves
  readonly states: Readonly<Record<string, StateRule>>
  readonly events: Readonly<Record<string, EventRule>>
  /** Who begins one by hand, and what is asked; null = only the house. */
  readonly open: { readonly by: readonly StaffRole[]; readonly asks: readonly Field[] } | null
  /** What is kept of what was asked, and the first clock. */
  readonly begin: (facts: StepFacts) => Result<StepOutcome>
  readonly decide: (facts: StepFacts) => Result<StepOutcome>
}
