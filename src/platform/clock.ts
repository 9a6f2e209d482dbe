import { type Moment, momentOf } from '#kernel/dates'

/** The one source of "now" (时钟); tests and the demo's time travel move it, nobody else reads the system's. */
export interface Clock {
  now(): Moment
}

export const systemClock: Clock = { now: () => momentOf(Temporal.Now.instant()) }

export interface MovableClock extends Clock {
  set(instant: Temporal.Instant | string): void
  advance(duration: Temporal.DurationLike): void
}

/** A clock that stands still until it is moved. */
export function movableClock(start: string): MovableClock {
  let current = Temporal.Instant.from(start)
  return {
    now: () => momentOf(current),
    set: instant => {
      current = Temporal.Instant.from(instant)
    },
    advance: duration => {
      current = current.toZonedDateTimeISO('Asia/Shanghai').add(duration).toInstant()
    },
  }
}
