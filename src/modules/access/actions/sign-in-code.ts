import type { Moment } from '#kernel/dates'
import { parsePhone } from '#kernel/phone'
import { ok, type Result, refuse } from '#kernel/refusal'
import { randomId } from '#platform/crypto'
import type { Database, Tx } from '#platform/database'
import { enqueue } from '#platform/jobs'
import type { Keyring } from '#platform/keyring'
import { accessPolicy } from '../policy.ts'
import type { AccessPorts, PhoneHolder } from '../ports.ts'
import { secondsToNextCode } from '../rules/code-limits.ts'
import { phoneIndexOf, signInCodeOf } from '../secrets.ts'
import * as store from '../store/sign-in-code.ts'

export const sendCodeJob = 'access.sendSignInCode'

export interface AskedCode {
  readonly challengeId: string
  readonly minutes: number
  readonly pauseSeconds: number
}

/**
 * 获取验证码. A number the register knows gets a message, an unknown one none; the reply, the limits and the work are the same,
 * so nobody learns from here whose telephone is on record.
 */
export async function askSignInCode(
  tx: Tx,
  asked: { readonly phone: string },
  house: { readonly at: Moment; readonly keyring: Keyring; readonly phoneBook: AccessPorts['phoneBook'] },
): Promise<Result<AskedCode>> {
  const { at, keyring } = house
  const phone = parsePhone(asked.phone)
  if (!phone.ok) return phone
  const policy = accessPolicy(at.today)
  const phoneIndex = phoneIndexOf(keyring, phone.value)
  const wait = await secondsToWait(tx, phoneIndex, at)
  if (wait > 0) return refuse('codeTooSoon', { seconds: wait })
  const holder = await house.phoneBook.findHolder(tx, phoneIndex)
  const id = randomId()
  const expiresAt = at.instant.add({ minutes: policy.codeMinutes })
  await store.insertCode(tx, { id, phoneIndex, holder: sealed(holder, keyring), askedAt: at.instant, expiresAt })
  await enqueue(tx, sendCodeJob, { id }, { key: `signInCode:${id}`, queue: 'access.codes' })
  return ok({ challengeId: id, minutes: policy.codeMinutes, pauseSeconds: policy.codePauseSeconds })
}

/** One count for a number, whatever its codes are for; the number is held until the transaction ends. */
export async function secondsToWait(tx: Tx, phoneIndex: string, at: Moment): Promise<number> {
  const { count, last } = await store.lockPhone(tx, phoneIndex, at.instant.subtract({ hours: 24 }))
  const before = { count, last: last === null ? undefined : Temporal.Instant.from(last) }
  return secondsToNextCode(before, at.instant, accessPolicy(at.today))
}

function sealed(holder: PhoneHolder | undefined, keyring: Keyring): store.CodeHolder | undefined {
  if (!holder) return undefined
  const { personIndex, name, idNoMasked, areaCode, phoneSealed } = holder
  return { personIndex, nameSealed: keyring.sealField(name), idNoMasked, areaCode, phoneSealed }
}

/** Hands the code over. An old one is dropped: whoever still waits asks for a new one. */
export async function sendSignInCode(
  database: Database,
  id: string,
  by: { readonly sender: AccessPorts['messages']; readonly keyring: Keyring; readonly at: Moment },
): Promise<void> {
  const { sender, keyring, at } = by
  const waiting = await database.within({ areas: 'all' }, tx => store.findCodePhone(tx, id, at.instant))
  if (waiting === undefined) return
  const use = waiting.atTerminal ? '用于在自助终端核对您本人' : '用于登录许可证服务'
  const { codeMinutes } = accessPolicy(at.today)
  const text = `【恩平烟草】验证码 ${signInCodeOf(keyring, id)}，${codeMinutes}分钟内有效，${use}。任何人向您要验证码都不要给。`
  const sent = await sender.send({ id, phone: keyring.openField(waiting.phoneSealed), text })
  if (sent.kind === 'unavailable') throw new Error('the message gateway does not answer')
}
