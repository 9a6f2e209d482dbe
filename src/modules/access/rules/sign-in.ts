import type { AccessPolicy } from './access-policy.ts'

/** How often an account was tried in a row, and until when it is locked. */
export interface Tries {
  readonly wrongTries: number
  readonly lockedUntil?: Temporal.Instant | undefined
}

/**
 * What a try makes of an account before its password is looked at; `undefined` while it is locked. Counting first means
 * that a hundred tries sent at once are still only five: the right one resets the count afterwards.
 */
export function countTry(before: Tries, now: Temporal.Instant, policy: AccessPolicy): Tries | undefined {
  const { lockedUntil } = before
  const locked = lockedUntil !== undefined && Temporal.Instant.compare(now, lockedUntil) < 0
  if (locked) return undefined
  const wrongTries = (lockedUntil === undefined ? before.wrongTries : 0) + 1
  if (wrongTries < policy.signInTries) return { wrongTries }
  return { wrongTries, lockedUntil: now.add({ minutes: policy.signInLockMinutes }) }
}

/** 休眠账号: not used for so long that nobody would notice somebody else using it. Counted from the creation if never used. */
export function isDormant(lastUsed: Temporal.Instant, now: Temporal.Instant, policy: AccessPolicy): boolean {
  return Temporal.Instant.compare(lastUsed.add({ hours: policy.dormantDays * 24 }), now) < 0
}

/** Accounts are typed by hand: case and blanks at the ends do not matter. */
export const accountOf = (typed: string): string => typed.trim().toLowerCase()
