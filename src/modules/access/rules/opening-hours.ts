import { CHINA } from '#kernel/dates'

/** 开放时间 of a terminal, in China's one time. */
export interface OpeningHours {
  /** `08:30` */
  readonly opensAt: string
  readonly closesAt: string
  /** 1 is Monday. */
  readonly openDays: readonly number[]
}

/**
 * When today's opening began, if the terminal is open at this moment; `undefined` at night and on days of rest. Hours that
 * end before they begin belong to no day: such a terminal is never open, and nobody is woken by it.
 */
export function openSince(hours: OpeningHours, now: Temporal.Instant): Temporal.Instant | undefined {
  const here = now.toZonedDateTimeISO(CHINA)
  if (!hours.openDays.includes(here.dayOfWeek)) return undefined
  const opens = here.withPlainTime(hours.opensAt).toInstant()
  const closes = here.withPlainTime(hours.closesAt).toInstant()
  const open = Temporal.Instant.compare(opens, now) <= 0 && Temporal.Instant.compare(now, closes) < 0
  return open ? opens : undefined
}
