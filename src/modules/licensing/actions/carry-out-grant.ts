import type { Moment } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import { nextState } from '#kernel/state-table'
import { setPhone } from '#modules/registry'
import { announceAll } from '#platform/announce'
import type { Tx } from '#platform/database'
import { licenceMoves, licenceStateFacts } from '../rules/licence/moves.ts'
import { nextTerm } from '../rules/renewal/term.ts'
import { openValues } from '../rules/services/grant.ts'
import { said } from '../rules/services/question.ts'
import { services } from '../rules/services/table.ts'
import { type ApplicationRecord, type LicenceRow, lockLicence, saveGrant } from '../store.ts'
import { answersOf } from './answers-of.ts'
import { grantFacts } from './grant-facts.ts'
import { grantedLicence } from './granted-licence.ts'
import { issueLicence } from './issue-licence.ts'
import type { Setting } from './setting.ts'

/**
 * 落实准予: puts what a person or the law has granted on the licence; locks it. Gives its number. Refusals: `licenceEnded` where the state
 * table has no way, `answersIncomplete` where a new value was left open at the terminal.
 */
export async function carryOutGrant(
  tx: Tx,
  file: ApplicationRecord,
  { at, reason }: { at: Moment; reason?: 'deemedRenewal' },
  setting: Setting,
): Promise<Result<string>> {
  const answers = answersOf(file, setting.keyring)
  const { service } = file
  if (service === 'issue' || file.licenceNo === null) return issueLicence(tx, file, { answers, at }, setting)
  const open = openValues(service, answers)
  if (open.length > 0) return refuse('answersIncomplete', { values: open.map(labelOf).join('、') })
  const licence = await lockLicence(tx, file.licenceNo)
  if (!licence) throw new Error(`the licence of ${file.applicationNo} is gone`)
  const { licenceEvent, name } = services[service]
  if (!nextState(licenceMoves, licence.state, licenceEvent).ok) {
    const { zh, en } = licenceStateFacts[licence.state]
    return refuse('licenceEnded', { state: zh, stateEn: en, service: name.zh, serviceEn: name.en.toLowerCase() })
  }
  const term = service === 'renewal' ? { term: termOf(file, licence, at, setting) } : {}
  const because = reason ? { reason } : {}
  const after = grantedLicence({ service, licence, answers, at, ...term, ...because }, setting)
  if (!after.ok) return after
  await saveGrant(tx, after.value, { applicationNo: file.applicationNo, at: at.instant.toString() })
  const phone = service === 'change' ? said(answers, 'phone') : undefined
  if (phone !== undefined) await setPhone(tx, licence.licenceNo, phone, { keyring: setting.keyring, on: at.today })
  await announceAll(tx, grantFacts({ service, after: after.value }))
  return ok(licence.licenceNo)
}

/** A timely application leaves no gap, however long the bureau took; a late one starts with the decision. */
function termOf(file: ApplicationRecord, licence: LicenceRow, at: Moment, { policy }: Setting) {
  const gap = file.timely ? undefined : { decidedOn: at.today }
  return nextTerm(Temporal.PlainDate.from(licence.validTo), policy.termYears, gap)
}

const labelOf = (key: string): string =>
  services.change.questions.find(question => question.key === key)?.title.zh ?? key
