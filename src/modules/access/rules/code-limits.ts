import type { AccessPolicy } from './access-policy.ts'

/** How often a number asked within the last day, and when last. */
export interface AskedBefore {
  readonly count: number
  readonly last: Temporal.Instant | undefined
}

/** 限频: seconds until a number may ask for another code; 0 = now. It does not matter whether the register knows the number. */
export function secondsToNextCode(before: AskedBefore, now: Temporal.Instant, policy: AccessPolicy): number {
  if (before.last === undefined) return 0
  const since = Math.max(0, (now.epochMilliseconds - before.last.epochMilliseconds) / 1000)
  if (before.count >= policy.codesPerDay) return Math.max(1, Math.ceil(24 * 3600 - since))
  return Math.max(0, Math.ceil(policy.codePauseSeconds - since))
}
