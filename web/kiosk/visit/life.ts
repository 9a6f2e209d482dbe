/** How long the visit may last: without a touch, and in all. Milliseconds; moments as of `Date.now()`. */
export interface Life {
  readonly idleMs: number
  /** The session's own end; Infinity before there is one. */
  readonly endsAt: number
}

/** Nobody has laid a card yet: the same patience as a session has by default. */
export const lifeWithoutSession: Life = { idleMs: 60_000, endsAt: Number.POSITIVE_INFINITY }

/** The countdown is shown for the last 20 seconds. */
export const warningSeconds = 20

export const lifeOf = (session: { idleSeconds: number; endsInSeconds: number }, now: number): Life => ({
  idleMs: session.idleSeconds * 1000,
  endsAt: now + session.endsInSeconds * 1000,
})

/** Whole seconds until the visit ends by itself; 0 = now. */
export function secondsLeft(life: Life, lastTouch: number, now: number): number {
  const end = Math.min(lastTouch + life.idleMs, life.endsAt)
  return Math.max(0, Math.ceil((end - now) / 1000))
}
