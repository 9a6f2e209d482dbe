import { timingSafeEqual } from 'node:crypto'
import { digitCode } from '#kernel/spoken-code'
import { randomBytes, sm3 } from '#platform/crypto'
import type { Keyring } from '#platform/keyring'
import { totpSecretOf } from '#platform/totp'
import { enrolmentCodeOf, plainEnrolmentCode } from './rules/enrolment-code.ts'

/** A session token (会话令牌): 32 bytes of chance. The database keeps the hash, so a copy of it opens no session. */
export function makeToken(): { readonly token: string; readonly hash: string } {
  const token = randomBytes(32).toString('base64url')
  return { token, hash: hashOf(token) }
}

/** Hex SM3 of a secret that is itself long and random; passwords need more (see platform/password). */
export const hashOf = (secret: string): string => sm3(secret).toString('hex')

/**
 * 信道密钥: 32 bytes, derived from the channel's id by the master key. So it is stored nowhere, and the code of a request
 * is checked before the database is asked at all: a stranger's request costs one hash.
 */
export const channelKey = (keyring: Keyring, channelId: string): Buffer =>
  Buffer.from(keyring.blindIndex('channelKey', channelId), 'hex')

/** 入网码, derived from the enrolment's id: the kept reply to a repeated request needs no code in the database. */
export const enrolmentCode = (keyring: Keyring, enrolmentId: string): string =>
  enrolmentCodeOf(keyring.blindIndex('enrolmentCode', enrolmentId))

export const enrolmentCodeHash = (typed: string): string => hashOf(plainEnrolmentCode(typed))

/** 设置码 of a member of staff: derived like the 入网码 and read in the same forgiving way. */
export const setupCode = (keyring: Keyring, setupId: string): string =>
  enrolmentCodeOf(keyring.blindIndex('staffSetupCode', setupId))

/** 动态码密钥 of a setup, 20 bytes from its id: the page may ask twice and nothing is written before the person has proved it. */
export const setupTotpSecret = (keyring: Keyring, setupId: string): string =>
  totpSecretOf(Buffer.from(keyring.blindIndex('staffSetupTotp', setupId), 'hex').subarray(0, 20))

/** 人员盲索引: by which a person's rows are found without keeping the number. */
export const personIndexOf = (keyring: Keyring, idNo: string): string => keyring.blindIndex('person', idNo)

/** 电话盲索引: by which the register finds a number. */
export const phoneIndexOf = (keyring: Keyring, phone: string): string => keyring.blindIndex('phone', phone)

/** 短信验证码, six digits derived from the id of its row: it is stored nowhere, not even as a hash that could be tried out. */
export const signInCodeOf = (keyring: Pick<Keyring, 'blindIndex'>, id: string): string =>
  digitCode(keyring.blindIndex('signInCode', id), 6)

/** Two texts of one length, compared in a time that tells nothing. */
export const sameText = (a: string, b: string): boolean => timingSafeEqual(Buffer.from(a), Buffer.from(b))
