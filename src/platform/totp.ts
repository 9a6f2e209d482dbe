import { Secret, TOTP } from 'otpauth'
import { randomBytes } from './crypto.ts'

const period = 30
/** One step to either side: a phone may be half a minute off, more would only help whoever looks over a shoulder. */
const window = 1

/** A new secret for the second factor (动态口令): 20 bytes in base32, as authenticator apps take it. */
export const makeTotpSecret = (): string => totpSecretOf(randomBytes(20))

/** 20 bytes as a secret. */
export const totpSecretOf = (bytes: Uint8Array): string => new Secret({ buffer: new Uint8Array(bytes).buffer }).base32

/** The text of the QR code that an authenticator app scans. */
export function totpUri(secret: string, account: string): string {
  return totpOf(secret, account).toString()
}

/**
 * The step (30 s since 1970) the code belongs to, or `undefined` when it is wrong, or not younger than `lastStep`.
 * Store the step with the account in the same transaction: a code that has opened the door once never opens it again.
 */
export function totpStep(
  secret: string,
  code: string,
  when: { at: Temporal.Instant; lastStep?: number | undefined },
): number | undefined {
  const timestamp = when.at.epochMilliseconds
  const delta = totpOf(secret).validate({ token: code, timestamp, window })
  if (delta === null) return undefined
  const step = Math.floor(timestamp / 1000 / period) + delta
  return step > (when.lastStep ?? -1) ? step : undefined
}

/** The code of a moment: for demo accounts and tests, where no phone is at hand. */
export function totpCode(secret: string, at: Temporal.Instant): string {
  return totpOf(secret).generate({ timestamp: at.epochMilliseconds })
}

function totpOf(secret: string, label = '烟政通'): TOTP {
  return new TOTP({ issuer: '烟政通', label, algorithm: 'SHA1', digits: 6, period, secret: Secret.fromBase32(secret) })
}
