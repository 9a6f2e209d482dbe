import type { Moment } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import { randomId } from '#platform/crypto'
import type { Tx } from '#platform/database'
import { facePolicy } from '../policy.ts'
import { decideFace, type FaceClaim, type FaceResult } from '../rules/face/decide-face.ts'
import { faceTerms } from '../rules/face/terms.ts'
import type { CitizenActor } from '../rules/who.ts'
import { setSessionMethod } from '../store/card-session.ts'
import { countFaceChecks, type FaceCheckRow, findLastFaceCheck, insertFaceCheck } from '../store/face-check.ts'
import { findConsent } from './record-consent.ts'

export interface FaceAsk {
  readonly by: CitizenActor
  readonly terminalId: string
  readonly claim: FaceClaim & { readonly model: string }
}

export interface FaceAnswer {
  readonly result: FaceResult
  readonly triesLeft: number
}

/**
 * 人脸核对: a terminal's word for what it compared, judged under the policy of the server and kept without a picture. A pass
 * raises the session's way of proof; anything else changes nothing but what an officer sees.
 */
export async function checkFace(
  tx: Tx,
  { by, terminalId, claim }: FaceAsk,
  { at, demo }: { readonly at: Moment; readonly demo: boolean },
): Promise<Result<FaceAnswer>> {
  const agreed = await findConsent(tx, { personIndex: by.personIndex, kind: 'face' })
  if (agreed !== faceTerms.version) return refuse('faceConsentMissing')
  const policy = facePolicy(at.today)
  const before = await countFaceChecks(tx, by.sessionId)
  if (before >= policy.tries) return refuse('faceTriesOver', { tries: policy.tries })
  const result = decideFace(claim, policy, { demo })
  await insertFaceCheck(tx, {
    id: randomId(),
    sessionId: by.sessionId,
    personIndex: by.personIndex,
    terminalId,
    result,
    score: claim.score,
    challenge: claim.challenge,
    model: claim.model,
    checkedAt: at.instant,
  })
  await setSessionMethod(tx, by.sessionId, result === 'passed' ? 'face' : 'card')
  return ok({ result, triesLeft: policy.tries - before - 1 })
}

/** The last comparison of a session, as an application keeps it; `undefined` where none was made or its consent withdrawn. */
export async function describeFaceCheck(tx: Tx, sessionId: string): Promise<FaceCheckRow | undefined> {
  return findLastFaceCheck(tx, sessionId)
}
