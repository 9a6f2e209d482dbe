/** How many tries an address had in the minute it is in. */
interface Minute {
  readonly began: number
  tries: number
}

const minute = 60_000

/**
 * 限流: a limit for each address and minute, kept in memory. Looking at a password costs 50 ms of one processor on
 * purpose, so whoever may ask for it without end can stop the house. Each server process counts for itself.
 */
export function minuteGate(): { secondsToWait(address: string, now: Temporal.Instant, most: number): number } {
  let minutes = new Map<string, Minute>()
  let swept = Number.NEGATIVE_INFINITY
  return {
    secondsToWait(address, now, most) {
      const at = now.epochMilliseconds
      if (at - swept > minute) {
        minutes = new Map([...minutes].filter(([, { began }]) => at - began < minute))
        swept = at
      }
      const known = minutes.get(address)
      const current = known && at - known.began < minute && at >= known.began ? known : { began: at, tries: 0 }
      minutes.set(address, current)
      current.tries += 1
      return current.tries <= most ? 0 : Math.ceil((current.began + minute - at) / 1000)
    },
  }
}
