import { actorLabel } from '#kernel/actor'
import { cleanText } from '#kernel/chinese-text'
import type { Moment } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import { nextState } from '#kernel/state-table'
import { addWorkingDays } from '#kernel/working-days'
import { announce } from '#platform/announce'
import type { Tx } from '#platform/database'
import * as events from '../../events.ts'
import { issueProceedingPaper } from '../../papers/proceeding/issue.ts'
import { decisionOf, noticeOf, type ProceedingPaperKind } from '../../papers/proceeding/kinds.ts'
import { endReasons, type LicenceState, licenceMoves, publicLicenceState } from '../../rules/licence/moves.ts'
import { statementStillOpen, whyNotOpen, whyNotStep } from '../../rules/proceeding/guards.ts'
import { proceedingFacts } from '../../rules/proceeding/kinds.ts'
import { type ProceedingEvent, type ProceedingState, proceedingMoves } from '../../rules/proceeding/moves.ts'
import {
  lockProceeding,
  type ProceedingChange,
  type ProceedingRow,
  saveProceeding,
  saveProceedingOutcome,
} from '../../store/proceedings.ts'
import { type LicenceRow, lockLicence } from '../../store.ts'
import { announceService } from '../announce-service.ts'
import type { Setting } from '../setting.ts'
import type { Officer } from '../take-step.ts'
import { onDay, openPolicy } from './open.ts'

export interface ProceedingStep {
  readonly proceedingNo: string
  readonly event: ProceedingEvent
  readonly version: number
  readonly words: string
  /** Of `recordStatement`: whether the holder said something. */
  readonly heard: boolean
  readonly by: Officer
  readonly at: Moment
}

/**
 * One step of a proceeding, with the document it owes, in one transaction. Refusals: `proceedingNotFound`, `changedMeanwhile`,
 * `stepNotAllowed`, `opinionMissing`, `statementStillOpen`, and at the decision `proceedingNotPossible` where the licence has moved on.
 */
export async function takeProceedingStep(
  tx: Tx,
  step: ProceedingStep,
  setting: Setting,
): Promise<Result<ProceedingRow>> {
  const { proceedingNo, event, at } = step
  const file = await lockProceeding(tx, proceedingNo)
  if (!file) return refuse('proceedingNotFound')
  if (file.version !== step.version) return refuse('changedMeanwhile')
  const by = actorLabel(step.by)
  const facts = { ...file, today: at.today }
  const fault = whyNotStep(event, facts, { label: by, roles: step.by.roles })
  if (fault) return refuse('stepNotAllowed', { why: fault.zh, whyEn: fault.en })
  const words = cleanText(step.words, { max: 2000, lines: true })
  if (!words.ok) return words.refusal === 'textEmpty' ? refuse('opinionMissing') : words
  if (event === 'recordStatement' && !step.heard && statementStillOpen(facts))
    return refuse('statementStillOpen', { until: String(file.answerBy) })
  const licence = await lockLicence(tx, file.licenceNo)
  if (!licence) return refuse('proceedingNotFound')
  if (event === 'decide') {
    const ended = await carryOut(tx, { file, licence, at }, setting)
    if (!ended.ok) return ended
  }
  const state = nextState(proceedingMoves, file.state, event)
  if (!state.ok) throw new Error(`${event} passed its guard`)
  const change = changeOf({ ...step, words: words.value }, file, setting)
  const line = { event, by, note: words.value, at: at.instant.toString() }
  const saved = await saveProceeding(tx, file, { state: state.value as ProceedingState, change, ...line })
  const kind = paperOf(event, saved)
  if (kind) await issuePaperOf(tx, { kind, saved, licence, words: words.value, at }, setting)
  return ok(saved)
}

function changeOf(
  { event, heard, words, by, at }: ProceedingStep,
  { kind }: ProceedingRow,
  { policy, calendar }: Setting,
): ProceedingChange {
  switch (event) {
    case 'notify': {
      const { notice } = proceedingFacts[kind]
      if (notice === 'announcement')
        return { statement: 'invited', answerBy: at.today.add({ days: policy.reclaimNoticeDays }).toString() }
      const due = addWorkingDays(calendar, at.today, policy.clocks.statementDays)
      // Where the holidays are not published yet, the holder has more time rather than less.
      const day = due.ok ? due.value : at.today.add({ days: 2 * policy.clocks.statementDays + 10 })
      return { statement: 'invited', answerBy: day.toString() }
    }
    case 'recordStatement':
      return { statement: heard ? 'heard' : 'waived' }
    case 'callHearing':
      return { hearing: 'called' }
    case 'recordHearing':
      return { hearing: 'held', statement: 'heard' }
    case 'propose':
      return { proposedBy: actorLabel(by), opinion: words }
    case 'decide':
      return { decidedBy: actorLabel(by), decidedOn: at.today.toString() }
    default:
      return {}
  }
}

/** The decision takes effect on the licence, by the row of its own state table, and is to be served. */
async function carryOut(
  tx: Tx,
  { file, licence, at }: { file: ProceedingRow; licence: LicenceRow; at: Moment },
  setting: Setting,
): Promise<Result<undefined>> {
  const { kind, licenceNo, proceedingNo, areaCode } = file
  const current = await onDay(tx, licence, at)
  const fault = whyNotOpen(kind, current, openPolicy(at, setting))
  if (fault) return refuse('proceedingNotPossible', { why: fault.zh, whyEn: fault.en })
  const { licenceEvent } = proceedingFacts[kind]
  const to = nextState(licenceMoves, current.state, licenceEvent)
  if (!to.ok) throw new Error(`${licenceEvent} passed its guard`)
  // The calendar may be ahead of the hourly job: 届满 first, then what follows from it.
  if (current.state !== licence.state)
    await saveProceedingOutcome(tx, licenceNo, {
      ...{ from: licence.state, to: current.state, endedBy: null, at: at.instant.toString() },
    })
  const endedBy = (endReasons as readonly string[]).includes(licenceEvent) ? licenceEvent : null
  const state = to.value as LicenceState
  await saveProceedingOutcome(tx, licenceNo, { from: current.state, to: state, endedBy, at: at.instant.toString() })
  const { validFrom, validTo, version } = licence
  const fact = { licenceNo, state: publicLicenceState(state), validFrom, validTo, version }
  await announce(tx, events.licenceStateChanged, fact)
  const result = proceedingFacts[kind].adverse ? 'deny' : 'grant'
  const toServe = {
    applicationNo: proceedingNo,
    licenceNo,
    areaCode,
    service: kind,
    result,
    deliverMode: 'door',
  } as const
  await announceService(tx, toServe, at.today, setting)
  return ok(undefined)
}

function paperOf(event: ProceedingEvent, { kind }: ProceedingRow): ProceedingPaperKind | undefined {
  const { notice } = proceedingFacts[kind]
  if (event === 'notify') return notice === 'none' ? undefined : noticeOf[notice]
  if (event === 'callHearing') return 'actHearingCall'
  if (event === 'recordHearing') return 'actHearingRecord'
  return event === 'decide' ? decisionOf[kind] : undefined
}

function issuePaperOf(
  tx: Tx,
  given: { kind: ProceedingPaperKind; saved: ProceedingRow; licence: LicenceRow; words: string; at: Moment },
  { keyring }: Setting,
): Promise<void> {
  const { kind, saved, licence, words, at } = given
  const { proceedingNo, licenceNo, caseNo, answerBy, statement: heard, hearing, opinion } = saved
  const { shopName, operatorName, suspendedFrom } = licence
  const file = {
    ...{ proceedingNo, kind: saved.kind, licenceNo, caseNo, shopName, suspendedFrom, answerBy, heard },
    ...{ hearingHeld: hearing === 'held', words, findings: opinion ?? words },
  }
  return issueProceedingPaper(tx, keyring, { kind, file, operatorName, at })
}
