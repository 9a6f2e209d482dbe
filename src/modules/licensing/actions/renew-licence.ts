import type { Moment } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import { nextState } from '#kernel/state-table'
import { announce } from '#platform/announce'
import type { Tx } from '#platform/database'
import * as events from '../events.ts'
import { licenceMoves, licenceStateFacts, publicLicenceState } from '../rules/licence/moves.ts'
import { nextTerm } from '../rules/renewal/term.ts'
import { type ApplicationRecord, lockLicence, saveRenewal } from '../store.ts'
import { renewedLicence } from './grant-by-machine.ts'
import type { Setting } from './setting.ts'

/** 换发: the next term on the licence after a person's grant or by law; locks the licence. */
export async function renewLicence(
  tx: Tx,
  file: ApplicationRecord,
  { at, reason }: { at: Moment; reason: 'renewal' | 'deemedRenewal' },
  setting: Setting,
): Promise<Result<undefined>> {
  const licence = await lockLicence(tx, file.licenceNo)
  if (!licence) throw new Error(`the licence of ${file.applicationNo} is gone`)
  if (!nextState(licenceMoves, licence.state, 'renew').ok) {
    const { zh, en } = licenceStateFacts[licence.state]
    return refuse('licenceEnded', { state: zh, stateEn: en })
  }
  // A timely application leaves no gap, however long the bureau took; a late one starts with the decision.
  const gap = file.timely ? undefined : { decidedOn: at.today }
  const term = nextTerm(Temporal.PlainDate.from(licence.validTo), setting.policy.termYears, gap)
  const renewed = renewedLicence(licence, { term, at, reason }, setting)
  await saveRenewal(tx, renewed, { applicationNo: file.applicationNo, at: at.instant.toString() })
  const { licenceNo, validFrom, validTo, version } = renewed.face
  await announce(tx, events.licenceRenewed, {
    licenceNo,
    state: publicLicenceState(renewed.state),
    validFrom,
    validTo,
    version,
  })
  return ok(undefined)
}
