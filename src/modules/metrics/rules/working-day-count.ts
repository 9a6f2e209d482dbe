import type { HolidayCalendar } from '#kernel/working-days'
import type { Period } from './figure.ts'

/** Stands where the holidays of a year are not published: nothing is reckoned with such a day. */
export const unpublished = -1

export interface WorkingDayCounts {
  readonly first: string
  /** One a day, from the first on. */
  readonly counts: readonly number[]
}

/**
 * How many working days have passed up to and with each day, so that SQL subtracts two of them where the kernel would count: the
 * difference is workingDaysBetween.
 */
export function workingDayCounts(calendar: HolidayCalendar, { from, to }: Period): WorkingDayCounts {
  const counts: number[] = []
  const last = Temporal.PlainDate.from(to)
  let count = 0
  for (
    let day = Temporal.PlainDate.from(from);
    Temporal.PlainDate.compare(day, last) <= 0;
    day = day.add({ days: 1 })
  ) {
    const known = calendar.isPublished(day.year)
    if (known && calendar.isWorkingDay(day)) count += 1
    counts.push(known ? count : unpublished)
  }
  return { first: from, counts }
}
