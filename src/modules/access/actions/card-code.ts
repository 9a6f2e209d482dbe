import { daysBetween, type Moment } from '#kernel/dates'
import { maskPhone } from '#kernel/masking'
import { ok, type Result, refuse } from '#kernel/refusal'
import { randomId } from '#platform/crypto'
import type { Tx } from '#platform/database'
import { enqueue } from '#platform/jobs'
import type { Keyring } from '#platform/keyring'
import { accessPolicy } from '../policy.ts'
import type { AccessPorts } from '../ports.ts'
import type { CitizenActor } from '../rules/who.ts'
import { setSessionMethod } from '../store/card-session.ts'
import { insertCode, spendCode } from '../store/sign-in-code.ts'
import { type AskedCode, secondsToWait, sendCodeJob } from './sign-in-code.ts'

/**
 * 身份证加短信验证码, step one: a code to the number on record of the person whose card lies there. A number corrected a few days
 * ago gets none, because whoever holds a stranger's card could have typed it.
 */
export async function askCardCode(
  tx: Tx,
  by: CitizenActor,
  house: { readonly at: Moment; readonly keyring: Keyring; readonly phoneBook: AccessPorts['phoneBook'] },
): Promise<Result<AskedCode & { readonly phoneMasked: string }>> {
  const { at, keyring, phoneBook } = house
  const { personIndex, sessionId } = by
  const own = await phoneBook.findPhone(tx, personIndex)
  if (!own) return refuse('cardCodeNoPhone')
  const policy = accessPolicy(at.today)
  const days = own.since === null ? undefined : daysBetween(Temporal.PlainDate.from(own.since), at.today)
  if (days !== undefined && days < policy.codePhoneDays)
    return refuse('cardCodePhoneNew', { days: policy.codePhoneDays })
  const wait = await secondsToWait(tx, own.phoneIndex, at)
  if (wait > 0) return refuse('codeTooSoon', { seconds: wait })
  const id = randomId()
  const { name, idNoMasked, areaCode, phoneSealed, phoneIndex } = own
  const holder = { personIndex, nameSealed: keyring.sealField(name), idNoMasked, areaCode, phoneSealed }
  const expiresAt = at.instant.add({ minutes: policy.codeMinutes })
  await insertCode(tx, { id, phoneIndex, holder, askedAt: at.instant, expiresAt, cardSessionId: sessionId })
  await enqueue(tx, sendCodeJob, { id }, { key: `signInCode:${id}`, queue: 'access.codes' })
  return ok({
    challengeId: id,
    phoneMasked: maskPhone(keyring.openField(phoneSealed)),
    minutes: policy.codeMinutes,
    pauseSeconds: policy.codePauseSeconds,
  })
}

/** Step two, after the guess was counted: the right code raises the session's way of proof, once. */
export async function proveByCode(
  tx: Tx,
  by: CitizenActor,
  asked: { readonly challengeId: string; readonly right: boolean; readonly tries: number | undefined },
  at: Moment,
): Promise<Result<undefined>> {
  const left = accessPolicy(at.today).codeTries - (asked.tries ?? Number.POSITIVE_INFINITY)
  if (!asked.right) return left > 0 ? refuse('cardCodeWrong', { left }) : refuse('cardCodeOver')
  const holder = await spendCode(tx, asked.challengeId, at.instant)
  if (holder?.personIndex !== by.personIndex) return refuse('cardCodeOver')
  await setSessionMethod(tx, by.sessionId, 'cardCode')
  return ok(undefined)
}
