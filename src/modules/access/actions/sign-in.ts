import type { Moment } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import { randomId } from '#platform/crypto'
import type { Tx } from '#platform/database'
import type { Keyring } from '#platform/keyring'
import { totpStep } from '#platform/totp'
import { accessPolicy } from '../policy.ts'
import { countTry, isDormant } from '../rules/sign-in.ts'
import * as credentials from '../store/credential.ts'
import { lockStaffByAccount, type StaffRow } from '../store/staff.ts'
import { insertStaffSession } from '../store/staff-session.ts'

/**
 * Counts a try before its password is looked at, in a transaction of its own that commits whatever comes after. Gives the
 * hash to check against; `undefined` for accounts that do not exist, are closed or are locked for now.
 */
export async function takeTry(tx: Tx, account: string, at: Moment): Promise<string | undefined> {
  const credential = await credentials.lockCredential(tx, account)
  if (!credential) return undefined
  const { wrongTries, lockedUntil } = credential
  const before = { wrongTries, lockedUntil: lockedUntil === null ? undefined : Temporal.Instant.from(lockedUntil) }
  const tries = countTry(before, at.instant, accessPolicy(at.today))
  if (!tries) return undefined
  await credentials.saveTries(tx, credential.staffId, tries)
  return credential.passwordHash
}

export interface SignInAsk {
  readonly account: string
  /** Whether the password was the one of the account and the account was not locked. */
  readonly passwordRight: boolean
  readonly code: string
  readonly tokenHash: string
}

/** 登录. Wrong, unknown and locked get one reply; that an account sleeps is told only to who has password and code. */
export async function signIn(
  tx: Tx,
  asked: SignInAsk,
  { at, keyring }: { readonly at: Moment; readonly keyring: Keyring },
): Promise<Result<StaffRow>> {
  const policy = accessPolicy(at.today)
  const wrong = refuse('signInWrong', { tries: policy.signInTries, minutes: policy.signInLockMinutes })
  const credential = asked.passwordRight ? await credentials.lockCredential(tx, asked.account) : undefined
  const staff = credential && (await lockStaffByAccount(tx, asked.account))
  if (!credential || !staff) return wrong
  const secret = keyring.openField(credential.totpSealed)
  const step = totpStep(secret, asked.code, { at: at.instant, lastStep: credential.totpStep })
  if (step === undefined) return wrong
  const lastUsed = Temporal.Instant.from(staff.lastSignInAt ?? staff.createdAt)
  if (isDormant(lastUsed, at.instant, policy)) return refuse('accountDormant', { days: policy.dormantDays })
  await credentials.saveSignIn(tx, staff.id, { totpStep: step, at: at.instant })
  await insertStaffSession(tx, {
    id: randomId(),
    tokenHash: asked.tokenHash,
    staffId: staff.id,
    openedAt: at.instant,
    endsAt: at.instant.add({ hours: policy.staffLongestHours }),
  })
  return ok(staff)
}
