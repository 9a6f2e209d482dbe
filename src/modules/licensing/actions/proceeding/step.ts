import { actorLabel } from '#kernel/actor'
import { cleanText } from '#kernel/chinese-text'
import type { Moment } from '#kernel/dates'
import type { FormInput } from '#kernel/form-fields'
import { ok, type Result, refuse } from '#kernel/refusal'
import { nextState } from '#kernel/state-table'
import { addWorkingDays } from '#kernel/working-days'
import type { Tx } from '#platform/database'
import { issueProceedingPaper } from '../../papers/proceeding/issue.ts'
import { decisionOf, noticeOf, type ProceedingPaperKind } from '../../papers/proceeding/kinds.ts'
import { type Ground, readGround } from '../../rules/proceeding/ground.ts'
import { statementStillOpen, whyNotStep } from '../../rules/proceeding/guards.ts'
import { proceedingFacts } from '../../rules/proceeding/kinds.ts'
import { type ProceedingEvent, type ProceedingState, proceedingMoves } from '../../rules/proceeding/moves.ts'
import { lockProceeding, type ProceedingChange, type ProceedingRow, saveProceeding } from '../../store/proceedings.ts'
import { type LicenceRow, lockLicence } from '../../store.ts'
import type { Setting } from '../setting.ts'
import type { Officer } from '../take-step.ts'
import { carryOut } from './carry-out.ts'

export interface ProceedingStep {
  readonly proceedingNo: string
  readonly event: ProceedingEvent
  readonly version: number
  readonly words: string
  /** Of `recordStatement`: whether the holder said something. */
  readonly heard: boolean
  /** Of `propose` where a document of others is the ground (恢复许可证效力). */
  readonly ground?: FormInput
  readonly by: Officer
  readonly at: Moment
}

/**
 * One step of a proceeding, with the document it owes, in one transaction. Refusals: `proceedingNotFound`, `changedMeanwhile`,
 * `stepNotAllowed`, `opinionMissing`, `statementStillOpen`, `restoreGroundMissing`, `restoreGroundLater`, and at the decision `proceedingNotPossible` where the licence has moved on.
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
  const ground = groundOf(file, step)
  if (!ground.ok) return ground
  const effect = event === 'decide' ? await carryOut(tx, { file, licence, at }, setting) : ok(licence)
  if (!effect.ok) return effect
  const state = nextState(proceedingMoves, file.state, event)
  if (!state.ok) throw new Error(`${event} passed its guard`)
  const change = {
    ...changeOf({ ...step, words: words.value }, file, setting),
    ...(ground.value ? { ground: ground.value } : {}),
  }
  const line = { event, by, note: words.value, at: at.instant.toString() }
  const saved = await saveProceeding(tx, file, { state: state.value as ProceedingState, change, ...line })
  const kind = paperOf(event, saved)
  if (kind) await issuePaperOf(tx, { kind, saved, licence: effect.value, words: words.value, at }, setting)
  return ok(saved)
}

/** What a proposal to restore stands on, read once; every other step has none. */
function groundOf({ kind }: ProceedingRow, { event, ground = {}, at }: ProceedingStep): Result<Ground | undefined> {
  return event === 'propose' && proceedingFacts[kind].onGround ? readGround(ground, at.today) : ok(undefined)
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
  const { proceedingNo, licenceNo, caseNo, answerBy, statement: heard, hearing, opinion, ground } = saved
  const { shopName, operatorName, suspendedFrom, state, validTo } = licence
  const file = {
    ...{
      proceedingNo,
      kind: saved.kind,
      licenceNo,
      caseNo,
      shopName,
      suspendedFrom,
      answerBy,
      heard,
      ground,
      state,
      validTo,
    },
    ...{ hearingHeld: hearing === 'held', words, findings: opinion ?? words },
  }
  return issueProceedingPaper(tx, keyring, { kind, file, operatorName, at })
}
