import { actorLabel } from '#kernel/actor'
import { cleanText } from '#kernel/chinese-text'
import type { Moment } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import type { Tx } from '#platform/database'
import { stateOnDay } from '../../rules/licence/state-on-day.ts'
import { whyNotOpen } from '../../rules/proceeding/guards.ts'
import type { ProceedingKind } from '../../rules/proceeding/kinds.ts'
import { insertProceeding, listProceedings, type ProceedingRow } from '../../store/proceedings.ts'
import { getCircumstances, type LicenceRow, lockLicence } from '../../store.ts'
import type { Setting } from '../setting.ts'
import type { Officer } from '../take-step.ts'

/** 立项: an officer begins a proceeding about a licence. Refusals: `licenceNotFound`, `proceedingNotPossible`, `opinionMissing`. */
export async function openProceeding(
  tx: Tx,
  asked: { licenceNo: string; kind: ProceedingKind; reason: string; by: Officer; at: Moment },
  setting: Setting,
): Promise<Result<ProceedingRow>> {
  const { licenceNo, kind, by, at } = asked
  const licence = await lockLicence(tx, licenceNo)
  if (!licence) return refuse('licenceNotFound')
  const reason = cleanText(asked.reason, { max: 1000, lines: true })
  if (!reason.ok) return reason.refusal === 'textEmpty' ? refuse('opinionMissing') : reason
  const fault = whyNotOpen(kind, await onDay(tx, licence, at), openPolicy(at, setting))
  if (fault) return refuse('proceedingNotPossible', { why: fault.zh, whyEn: fault.en })
  const open = (await listProceedings(tx, licenceNo)).find(
    one => one.caseNo === null && one.decidedOn === null && one.state !== 'dropped',
  )
  if (open) return refuse('proceedingOpen', { proceedingNo: open.proceedingNo })
  const row = { licenceNo, areaCode: licence.areaCode, kind, reason: reason.value }
  const opened = { ...row, openedBy: actorLabel(by), openedOn: at.today.toString(), caseNo: null }
  return ok(await insertProceeding(tx, opened, at.instant.toString()))
}

export const openPolicy = (at: Moment, { policy }: Setting) => ({
  today: at.today,
  maximumDays: policy.checks.suspensionMaximumDays,
})

/** The licence as the calendar makes it, with the suspension that counts. */
export async function onDay(tx: Tx, licence: LicenceRow, at: Moment) {
  const { openApplications } = await getCircumstances(tx, licence.licenceNo)
  return { ...licence, state: stateOnDay({ ...licence, renewalOpen: 'renewal' in openApplications }, at.today) }
}
