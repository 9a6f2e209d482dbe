import type { Moment } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import type { Tx } from '#platform/database'
import { faceTerms } from '../rules/face/terms.ts'
import type { CitizenActor } from '../rules/who.ts'
import { setSessionMethod } from '../store/card-session.ts'
import { deleteFaceChecks } from '../store/face-check.ts'
import { recordConsent, withdrawConsent } from './record-consent.ts'

const kind = 'face'

/** 单独同意 to the comparison, to the words of today only. */
export async function consentToFace(
  tx: Tx,
  given: { readonly by: CitizenActor; readonly version: string },
  at: Moment,
): Promise<Result<undefined>> {
  const { by, version } = given
  if (version !== faceTerms.version) return refuse('faceTermsOld', { version: faceTerms.version })
  await recordConsent(tx, { personIndex: by.personIndex, kind, version, sessionId: by.sessionId }, at)
  return ok(undefined)
}

/** 撤回: what is left of all comparisons is deleted, and the open session is again one of the card alone. */
export async function withdrawFaceConsent(
  tx: Tx,
  by: CitizenActor,
  at: Moment,
): Promise<Result<{ readonly deleted: number }>> {
  await withdrawConsent(tx, { personIndex: by.personIndex, kind }, at)
  const deleted = await deleteFaceChecks(tx, by.personIndex)
  if (by.method === 'face') await setSessionMethod(tx, by.sessionId, 'card')
  return ok({ deleted })
}
