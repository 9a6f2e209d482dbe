import type { Moment } from '#kernel/dates'
import { ok, type Result } from '#kernel/refusal'
import { nextState } from '#kernel/state-table'
import { electronicCopy, signFace } from '../elicence/sign-face.ts'
import { faceOf } from '../rules/face.ts'
import { type LicenceState, licenceMoves } from '../rules/licence/moves.ts'
import type { Term } from '../rules/renewal/term.ts'
import { licenceAfter } from '../rules/services/grant.ts'
import { type Answers, said } from '../rules/services/question.ts'
import type { ServiceCode } from '../rules/services/service.ts'
import { services } from '../rules/services/table.ts'
import type { GrantedLicence, LicenceRow } from '../store.ts'
import type { Setting } from './setting.ts'

interface Granting {
  readonly service: Exclude<ServiceCode, 'issue'>
  readonly licence: LicenceRow
  readonly answers: Answers
  readonly term?: Term
  readonly at: Moment
  readonly reason?: 'deemedRenewal'
}

/** The licence with what was granted: state, term, names, and where the face changes its next version, signed. */
export function grantedLicence(granting: Granting, setting: Setting): Result<GrantedLicence> {
  const { service, licence, answers, term, at } = granting
  const state = nextState(licenceMoves, licence.state, services[service].licenceEvent)
  if (!state.ok) return state
  const idNo = said(answers, 'operatorIdNo')
  const granted = licenceAfter(service, state.value as LicenceState, {
    licence,
    answers,
    today: at.today.toString(),
    ...(term ? { term } : {}),
    ...(idNo === undefined ? {} : { newOperator: setting.keyring.blindIndex('person', idNo.toUpperCase()) }),
  })
  const { licenceNo, version } = licence
  return ok({
    licenceNo,
    version,
    licence: granted.licence,
    newVersion: granted.newFace ? versionOf(granting, granted.licence, setting) : null,
  })
}

function versionOf(
  { licence, at, service, reason }: Granting,
  after: GrantedLicence['licence'],
  { policy, keyring }: Setting,
): NonNullable<GrantedLicence['newVersion']> {
  const { validFrom, validTo } = after
  const issue = { validFrom, validTo, version: licence.version + 1, issuedOn: at.today.toString() }
  const face = faceOf({ ...licence, ...after }, issue, policy.bureau)
  const because = service === 'renewal' ? (reason ?? 'renewal') : service === 'reissue' ? 'reissue' : 'change'
  return { face, reason: because, token: signFace(keyring, face, electronicCopy) }
}
