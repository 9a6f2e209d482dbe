import { type OpeningHours, openedAt } from '#kernel/opening-hours'

export type { OpeningHours } from '#kernel/opening-hours'

/** When today's opening began, if the terminal is open at this moment; nobody is woken by one that is closed. */
export function openSince(hours: OpeningHours, now: Temporal.Instant): Temporal.Instant | undefined {
  const opened = openedAt(hours, now.epochMilliseconds)
  return opened === undefined ? undefined : Temporal.Instant.fromEpochMilliseconds(opened)
}
