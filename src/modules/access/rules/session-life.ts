import type { AccessPolicy } from './access-policy.ts'

/** The times of one card session (办理会话). */
export interface SessionTimes {
  readonly openedAt: Temporal.Instant
  /** When it ends by itself. */
  readonly endsAt: Temporal.Instant
  /** When it was ended: by the person, by the next card, by a new channel. */
  readonly endedAt?: Temporal.Instant
}

const earlier = (a: Temporal.Instant, b: Temporal.Instant) => (Temporal.Instant.compare(a, b) <= 0 ? a : b)
const later = (a: Temporal.Instant, b: Temporal.Instant) => (Temporal.Instant.compare(a, b) >= 0 ? a : b)

/** The end of a session opened, or continued (继续), at `now`: never beyond the longest life, however often it is continued. */
export function endOf(openedAt: Temporal.Instant, now: Temporal.Instant, policy: AccessPolicy): Temporal.Instant {
  return earlier(now.add({ seconds: policy.cardLifeSeconds }), openedAt.add({ seconds: policy.cardLongestSeconds }))
}

/** Whole seconds from now to then, at least 0. */
export const secondsUntil = (then: Temporal.Instant, now: Temporal.Instant): number =>
  Math.max(0, Math.floor((then.epochMilliseconds - now.epochMilliseconds) / 1000))

/**
 * The time at which an act kept by a terminal counts, or `undefined` when it was not captured in the session.
 * The terminal's clock may be off by the tolerance, so the session is widened by it on both sides and the time brought
 * back into the session: the record never says that somebody acted before laying down the card, or after now.
 * Idleness is not judged: during an outage only the terminal sees whether somebody stands there.
 */
export function countedAt(
  times: SessionTimes,
  captured: { readonly at: Temporal.Instant; readonly now: Temporal.Instant },
  policy: AccessPolicy,
): Temporal.Instant | undefined {
  const end = times.endedAt ? earlier(times.endedAt, times.endsAt) : times.endsAt
  const tolerance = { seconds: policy.clockToleranceSeconds }
  const tooEarly = Temporal.Instant.compare(captured.at, times.openedAt.subtract(tolerance)) < 0
  const tooLate = Temporal.Instant.compare(captured.at, end.add(tolerance)) > 0
  if (tooEarly || tooLate) return undefined
  return earlier(later(captured.at, times.openedAt), earlier(end, captured.now))
}
