/** How long to wait before the next try. */
export interface Waiting {
  /** Failures in a row, from 1. */
  failures: number
  /** What the server asked for, in milliseconds. */
  retryAfterMs?: number
  /** Chance in [0, 1). */
  chance: number
}

const first = 1000
const most = 60_000
const spread = 5000

/**
 * Doubles from 1 s to 60 s, of which a random half is waited: after an outage 1,400 terminals must not come at once.
 * A Retry-After of the server is never undercut.
 */
export function waitMs({ failures, retryAfterMs, chance }: Waiting): number {
  const full = Math.min(most, first * 2 ** Math.min(failures - 1, 10))
  const own = full / 2 + (full / 2) * chance
  return retryAfterMs === undefined ? own : Math.max(own, retryAfterMs + spread * chance)
}

/** Milliseconds of a Retry-After header (seconds or a date); undefined when there is none that makes sense. */
export function retryAfterMs(header: string | null, now: number): number | undefined {
  if (header === null) return undefined
  const ms = /^\d{1,6}$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now
  return Number.isFinite(ms) && ms >= 0 ? Math.min(ms, 3_600_000) : undefined
}
