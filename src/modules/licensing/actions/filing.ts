import { type Actor, actorLabel } from '#kernel/actor'
import type { Moment } from '#kernel/dates'
import type { SubmitApplication } from '../contract.ts'
import type { BusinessFact } from '../rules/checks/facts.ts'
import type { Answers, Known } from '../rules/services/question.ts'
import type { Channel } from '../rules/services/service.ts'
import type { LicenceRow } from '../store.ts'
import type { RanRules } from './run-rules.ts'

export type Citizen = Extract<Actor, { kind: 'citizen' }>

/** Who the application is of, and through which door it comes. At the window a member of staff types for the applicant. */
export interface Applicant {
  readonly personIndex: string
  readonly method: string
  readonly sessionId: string
  readonly terminalId: string | null
  readonly channel: Channel
  /** The actor in the history: `citizen:…`, at the window `staff:…`. */
  readonly label: string
  /** 帮办员 who sat beside. */
  readonly helperId: string | null
  /** 窗口: the officer typed what stands on the card, no device read it. */
  readonly cardTyped?: boolean
  /** 代理人: `personIndex` is the holder, whose matter it is; who stands there or is signed in is the agent. */
  readonly agent?: { readonly mandateId: string; readonly form: 'paper' | 'electronic' }
}

/** The citizen as the applicant of the own matter. */
export const applicantOf = (citizen: Citizen, helperId: string | null = null): Applicant => ({
  personIndex: citizen.personIndex,
  method: citizen.method,
  sessionId: citizen.sessionId,
  terminalId: citizen.terminalId ?? null,
  channel: helperId !== null ? 'helper' : citizen.terminalId === undefined ? 'online' : 'terminal',
  label: actorLabel(citizen),
  helperId,
})

/** 窗口: the person stands there with the card, the officer has compared the two and types. */
export const applicantAtWindow = (
  officer: Extract<Actor, { kind: 'staff' }>,
  {
    personIndex,
    counterId,
    cardRead,
  }: { readonly personIndex: string; readonly counterId: string; readonly cardRead: 'reader' | 'typed' },
): Applicant => ({
  personIndex,
  method: 'counter',
  sessionId: counterId,
  terminalId: null,
  channel: 'window',
  cardTyped: cardRead === 'typed',
  label: actorLabel(officer),
  helperId: null,
})

export interface SubmitRequest {
  readonly body: SubmitApplication
  readonly by: Applicant
  readonly at: Moment
  /** When the citizen filed; a terminal that was cut off sends it later. */
  readonly capturedAt: Moment
  /** Answer of the market regulator, asked before the transaction. */
  readonly business: BusinessFact
  readonly businessNow: Known['business']
}

/** 收件: what was asked, of which licence, and what the rules saw. */
export interface Filing {
  readonly request: SubmitRequest
  readonly answers: Answers
  readonly licence: LicenceRow
  readonly ran: RanRules
}
