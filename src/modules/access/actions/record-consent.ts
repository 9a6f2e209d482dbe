import type { Moment } from '#kernel/dates'
import { randomId } from '#platform/crypto'
import type { Tx } from '#platform/database'
import { findLiveConsent, insertConsent, markWithdrawn } from '../store/consent.ts'

export interface ConsentGiven {
  readonly personIndex: string
  /** `notice` (告知已阅), `face` (人脸识别单独同意): one word for each purpose. */
  readonly kind: string
  /** Version of the text that was shown. */
  readonly version: string
  readonly sessionId?: string
}

/** 记录同意. The same version again changes nothing; a new version ends the consent to the old text. */
export async function recordConsent(tx: Tx, given: ConsentGiven, at: Moment): Promise<void> {
  const live = await findLiveConsent(tx, given.personIndex, given.kind)
  if (live?.version === given.version) return
  if (live) await markWithdrawn(tx, given, at.instant)
  await insertConsent(tx, { id: randomId(), ...given, sessionId: given.sessionId, givenAt: at.instant })
}

/** 撤回同意 (个人信息保护法第十五条): as easy as giving it. Gives whether there was one. */
export async function withdrawConsent(tx: Tx, of: { personIndex: string; kind: string }, at: Moment): Promise<boolean> {
  return markWithdrawn(tx, of, at.instant)
}

/** The version of the text a person agrees to now, if any. */
export async function findConsent(tx: Tx, of: { personIndex: string; kind: string }): Promise<string | undefined> {
  return (await findLiveConsent(tx, of.personIndex, of.kind))?.version
}
