import type { StaffRole } from '#kernel/actor'
import { nextState } from '#kernel/state-table'
import { type LicenceEvent, type LicenceState, licenceMoves, licenceStateFacts } from '../licence/moves.ts'
import { restoreEvent } from '../licence/restore.ts'
import { type ProceedingKind, proceedingFacts } from './kinds.ts'
import { type ProceedingEvent, type ProceedingState, proceedingEvents, proceedingMoves } from './moves.ts'

interface Words {
  readonly zh: string
  readonly en: string
}

export interface LicenceFacts {
  readonly state: LicenceState
  readonly suspendedFrom: string | null
  readonly suspendedTo: string | null
  readonly endedFrom: LicenceState | null
}

/** The row of the licence table that the decision carries out. */
export const licenceEventOf = (kind: ProceedingKind, licence: LicenceFacts): LicenceEvent =>
  kind === 'restore' ? restoreEvent(licence) : proceedingFacts[kind].licenceEvent

/** Why this proceeding cannot be begun on the licence now; undefined = it can. Asked again before the decision. */
export function whyNotOpen(
  kind: ProceedingKind,
  licence: LicenceFacts,
  { today, maximumDays }: { readonly today: Temporal.PlainDate; readonly maximumDays: number },
): Words | undefined {
  const { zh, en } = licenceStateFacts[licence.state]
  if (!nextState(licenceMoves, licence.state, licenceEventOf(kind, licence)).ok)
    return { zh: `许可证现在的状态是“${zh}”，不能这样办。`, en: `The licence is now “${en}”.` }
  if (kind !== 'reclaim') return undefined
  // S205 23: only who stayed away for more than a year, counted from the first day of the suspension.
  const { suspendedFrom } = licence
  const until = suspendedFrom === null ? null : Temporal.PlainDate.from(suspendedFrom).add({ days: maximumDays })
  if (until !== null && Temporal.PlainDate.compare(today, until) > 0) return undefined
  return {
    zh: `停业还没有超过${maximumDays}日${until === null ? '（没有停业起始日）' : `，满期日是${until}`}。`,
    en: `The suspension has not yet lasted ${maximumDays} days.`,
  }
}

export interface StepFacts {
  readonly kind: ProceedingKind
  readonly state: ProceedingState
  readonly statement: 'none' | 'invited' | 'heard' | 'waived'
  readonly answerBy: string | null
  readonly hearing: 'none' | 'called' | 'held'
  readonly proposedBy: string | null
  readonly today: Temporal.PlainDate
}

interface Actor {
  readonly label: string
  readonly roles: readonly StaffRole[]
}

/** Why this officer cannot take this step now. The server and the button ask the same function. */
export function whyNotStep(event: ProceedingEvent, facts: StepFacts, actor: Actor): Words | undefined {
  if (!nextState(proceedingMoves, facts.state, event).ok)
    return { zh: '现在的状态不能做这一步。', en: 'Not possible in the current state.' }
  const { by } = proceedingEvents[event]
  if (!actor.roles.some(role => by.includes(role)))
    return { zh: '这一步由其他岗位的工作人员办理。', en: 'Another role takes this step.' }
  return guards[event]?.(facts, actor)
}

const guards: Partial<Record<ProceedingEvent, (facts: StepFacts, actor: Actor) => Words | undefined>> = {
  notify: ({ kind, statement }) => {
    if (proceedingFacts[kind].notice === 'none') return { zh: '这一事项不需要事先告知。', en: 'No notice is due.' }
    return statement === 'none' ? undefined : { zh: '已经告知过。', en: 'Notice was given already.' }
  },
  callHearing: ({ kind, hearing }) => {
    if (proceedingFacts[kind].notice !== 'hearing') return { zh: '这一事项不举行听证。', en: 'No hearing is held.' }
    return hearing === 'none' ? undefined : { zh: '已经举行过听证。', en: 'A hearing was held already.' }
  },
  propose: ({ kind, statement }) =>
    proceedingFacts[kind].notice === 'none' || statement === 'heard' || statement === 'waived'
      ? undefined
      : { zh: '要先告知当事人并听取陈述申辩。', en: 'Notice comes first, and the holder’s statement.' },
  decide: ({ proposedBy }, { label }) =>
    proposedBy === label
      ? { zh: '提出意见和作出决定要由不同的人。', en: 'Whoever proposed does not decide.' }
      : undefined,
}

/** 逾期未陈述 is the end of the period, not the officer's guess. */
export const statementStillOpen = ({ answerBy, today }: Pick<StepFacts, 'answerBy' | 'today'>): boolean =>
  answerBy === null || today.toString() <= answerBy
