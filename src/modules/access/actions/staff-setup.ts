import { codePointLength } from '#kernel/chinese-text'
import type { Moment } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import type { Tx } from '#platform/database'
import type { Keyring } from '#platform/keyring'
import { hashPassword } from '#platform/password'
import { totpStep } from '#platform/totp'
import { enrolmentCodeHash, setupTotpSecret } from '../secrets.ts'
import { saveFactors } from '../store/credential.ts'
import { saveLastUse } from '../store/staff.ts'
import { lockOpenSetup, markSetupUsed, type StaffSetup } from '../store/staff-setup.ts'
import { shortestPassword } from './create-staff.ts'

interface With {
  readonly at: Moment
  readonly keyring: Keyring
}

/** What a 设置码 opens. Wrong, used, replaced and expired get one answer: a guesser learns nothing. */
export async function openStaffSetup(tx: Tx, code: string, { at }: Pick<With, 'at'>): Promise<Result<StaffSetup>> {
  const setup = await lockOpenSetup(tx, enrolmentCodeHash(code))
  if (!setup || Temporal.Instant.compare(Temporal.Instant.from(setup.expiresAt), at.instant) <= 0)
    return refuse('setupCodeWrong')
  return ok(setup)
}

/**
 * 设定口令和动态码: the person's own password, and one code that proves that the authenticator has the secret. That code
 * may still sign in once: it has opened no door yet.
 */
export async function finishStaffSetup(
  tx: Tx,
  asked: { readonly code: string; readonly password: string; readonly totp: string },
  { at, keyring }: With,
): Promise<Result<undefined>> {
  const setup = await openStaffSetup(tx, asked.code, { at })
  if (!setup.ok) return setup
  if (codePointLength(asked.password) < shortestPassword) return refuse('passwordTooShort', { min: shortestPassword })
  const { id, staffId } = setup.value
  const secret = setupTotpSecret(keyring, id)
  if (totpStep(secret, asked.totp, { at: at.instant }) === undefined) return refuse('setupTotpWrong')
  await saveFactors(tx, staffId, {
    passwordHash: await hashPassword(asked.password),
    totpSealed: keyring.sealField(secret),
    totpStep: 0,
  })
  await markSetupUsed(tx, id, at.instant)
  await saveLastUse(tx, staffId, at.instant)
  return ok(undefined)
}
