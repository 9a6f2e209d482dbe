/** Seconds before the lock at which the page begins to warn. */
const WARN_SECONDS = 60

export type IdleVerdict =
  | { readonly state: 'active' }
  | { readonly state: 'warning'; readonly secondsLeft: number }
  | { readonly state: 'locked' }

/**
 * Whether a quiet desk must be locked (15 minutes by default, the server says). Times in milliseconds of the same clock.
 * Decided by the clock and not by a timer: a laptop that slept an hour wakes up locked.
 */
export function idleVerdict(lastActivity: number, now: number, idleSeconds: number): IdleVerdict {
  const left = Math.ceil((lastActivity + idleSeconds * 1000 - now) / 1000)
  if (left <= 0) return { state: 'locked' }
  return left <= Math.min(WARN_SECONDS, idleSeconds / 2) ? { state: 'warning', secondsLeft: left } : { state: 'active' }
}
