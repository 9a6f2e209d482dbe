import type { Moment } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import { nextState } from '#kernel/state-table'
import { announce } from '#platform/announce'
import type { Tx } from '#platform/database'
import * as events from '../../events.ts'
import { endReasons, type LicenceState, licenceMoves, publicLicenceState } from '../../rules/licence/moves.ts'
import { stateOnDay } from '../../rules/licence/state-on-day.ts'
import { licenceEventOf, whyNotOpen } from '../../rules/proceeding/guards.ts'
import { proceedingFacts } from '../../rules/proceeding/kinds.ts'
import { endBarsOfCase } from '../../store/case-record.ts'
import { listCasesCarriedOut, type ProceedingRow, saveProceedingOutcome } from '../../store/proceedings.ts'
import { getCircumstances, type LicenceRow } from '../../store.ts'
import { announceService } from '../announce-service.ts'
import type { Setting } from '../setting.ts'
import { onDay, openPolicy } from './open.ts'

interface Decided {
  readonly file: ProceedingRow
  readonly licence: LicenceRow
  readonly at: Moment
}

/** The decision takes effect on the licence, by the row of its own state table, and is to be served. Gives the licence as it stands then. */
export async function carryOut(tx: Tx, decided: Decided, setting: Setting): Promise<Result<LicenceRow>> {
  const { file, licence, at } = decided
  const { kind, licenceNo, proceedingNo, areaCode } = file
  const current = await onDay(tx, licence, at)
  const fault = whyNotOpen(kind, current, openPolicy(at, setting))
  if (fault) return refuse('proceedingNotPossible', { why: fault.zh, whyEn: fault.en })
  const licenceEvent = licenceEventOf(kind, current)
  const to = nextState(licenceMoves, current.state, licenceEvent)
  if (!to.ok) throw new Error(`${licenceEvent} passed its guard`)
  const endedBy = (endReasons as readonly string[]).includes(licenceEvent) ? licenceEvent : null
  const state = await afterwards(tx, { ...licence, state: to.value as LicenceState }, { kind, at })
  const moment = at.instant.toString()
  let from: LicenceState = licence.state
  // The calendar may be ahead of the hourly job, before the decision (届满 first) and after it (the term ended while the licence was taken).
  for (const next of [current.state, to.value as LicenceState, state]) {
    if (next === from) continue
    await saveProceedingOutcome(tx, licenceNo, { from, to: next, endedBy, at: moment })
    from = next
  }
  if (kind === 'restore') await liftWhatRestedOnIt(tx, decided)
  const { validFrom, validTo, version } = licence
  await announce(tx, events.licenceStateChanged, {
    ...{ licenceNo, state: publicLicenceState(state), validFrom, validTo, version },
  })
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
  return ok({ ...licence, state })
}

/** A restored licence has its own validity and no more: what the calendar took meanwhile it does not get back. */
async function afterwards(
  tx: Tx,
  licence: LicenceRow,
  { kind, at }: { readonly kind: ProceedingRow['kind']; readonly at: Moment },
): Promise<LicenceState> {
  if (kind !== 'restore') return licence.state
  const { openApplications } = await getCircumstances(tx, licence.licenceNo)
  return stateOnDay({ ...licence, renewalOpen: 'renewal' in openApplications }, at.today)
}

/** Bars and holds of the case whose decision fell, also where nobody noted the remedy in the case. */
async function liftWhatRestedOnIt(tx: Tx, { file, licence, at }: Decided): Promise<void> {
  const reason = `恢复许可证效力（${file.proceedingNo}）`
  for (const caseNo of await listCasesCarriedOut(tx, licence.licenceNo))
    await endBarsOfCase(tx, caseNo, { on: at.today.toString(), reason, by: file.proposedBy ?? file.openedBy })
}
