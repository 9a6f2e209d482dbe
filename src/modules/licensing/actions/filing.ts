import type { Actor } from '#kernel/actor'
import type { Moment } from '#kernel/dates'
import type { SubmitRenewal } from '../contract.ts'
import type { BusinessFact } from '../rules/renewal/facts.ts'
import type { LicenceRow } from '../store.ts'
import type { RanRules } from './run-rules.ts'

export type Citizen = Extract<Actor, { kind: 'citizen' }>

export interface SubmitRequest {
  readonly body: SubmitRenewal
  readonly by: Citizen
  readonly at: Moment
  /** When the citizen filed; a terminal that was cut off sends it later. */
  readonly capturedAt: Moment
  /** Answer of the market regulator, asked before the transaction. */
  readonly business: BusinessFact
}

/** 收件: what was asked, of which licence, and what the rules saw. */
export interface Filing {
  readonly request: SubmitRequest
  readonly licence: LicenceRow
  readonly ran: RanRules
}
