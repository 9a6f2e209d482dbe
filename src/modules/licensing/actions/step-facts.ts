import { addWorkingDays } from '#kernel/working-days'
import type { ClockDates } from '../rules/application/clocks.ts'
import { deemableStates } from '../rules/application/moves.ts'
import type { StepFacts } from '../rules/application/step-guards.ts'
import type { InterestRow } from '../store/interested-parties.ts'
import type { ApplicationRecord, Proposal } from '../store.ts'
import type { Setting } from './setting.ts'

const dayOf = (text: string | null): Temporal.PlainDate | null => (text === null ? null : Temporal.PlainDate.from(text))

const noInterest = { touched: false, cleared: false, hearingHeld: false } as const

/** The stored file as its guards see it. */
export function stepFactsOf(
  file: ApplicationRecord,
  seen: {
    readonly proposal: Pick<Proposal, 'result' | 'proposedBy'> | undefined
    readonly today: Temporal.PlainDate
    readonly cosigners?: StepFacts['cosigners']
    readonly interest?: InterestRow
  },
  { policy, calendar }: Setting,
): StepFacts {
  const after = (start: string | null, days: number) => {
    if (start === null) return null
    const due = addWorkingDays(calendar, Temporal.PlainDate.from(start), days)
    return due.ok ? due.value : null
  }
  const { correctionDays, correctionAnswerDays, statementDays, promisedDays, hearingRequestDays } = policy.clocks
  return {
    service: file.service,
    state: file.state,
    today: seen.today,
    correctionAsked: file.correctionAskedOn !== null,
    correctionUntil: after(file.receivedOn, correctionDays),
    answerUntil: after(file.correctionAskedOn, correctionAnswerDays),
    statement: file.statement,
    statementUntil: after(file.statementInvitedOn, statementDays),
    extended: file.extended,
    deemed: isDeemed(file, seen.today),
    decisionDueOn: after(file.acceptedOn, promisedDays),
    proposal: seen.proposal ? { result: seen.proposal.result, by: seen.proposal.proposedBy } : null,
    handler: file.handler,
    cosigners: seen.cosigners ?? [],
    siteChecked: file.siteChecked,
    interest: {
      ...(seen.interest ?? noInterest),
      parties: (seen.interest?.parties ?? []).map(({ toldOn, answer }) => ({
        toldOn,
        answer,
        until: after(toldOn, hearingRequestDays),
      })),
    },
  }
}

/** 届满而未决, whether or not the job has come by (XK 50, paragraph 2). */
export const isDeemed = (
  file: Pick<ApplicationRecord, 'timely' | 'state' | 'deemedAfter'>,
  today: Temporal.PlainDate,
): boolean =>
  file.timely && file.deemedAfter !== null && deemableStates.includes(file.state) && today.toString() > file.deemedAfter

/** The stored file as its clocks see it; expiry only presses where silence would grant. */
export function clockDatesOf(file: Omit<ApplicationRecord, 'version'>): ClockDates {
  const { deemedAfter } = file
  const deemable = deemedAfter !== null && file.timely && deemableStates.includes(file.state)
  return {
    state: file.state,
    receivedOn: Temporal.PlainDate.from(file.receivedOn),
    correctionAskedOn: dayOf(file.correctionAskedOn),
    acceptedOn: dayOf(file.acceptedOn),
    extended: file.extended,
    decidedOn: dayOf(file.decidedOn),
    deemedAfter: deemable ? Temporal.PlainDate.from(deemedAfter) : null,
  }
}
