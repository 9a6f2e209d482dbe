import type { HolidayCalendar } from '#kernel/working-days'
import type { Period } from './figure.ts'

/**
 * How many working days have passed up to and with each day, so that SQL subtracts two of them where the kernel would count: the
 * difference is workingDaysBetween. Days of a year whose holidays are not published are left out, so that nothing is reckoned with them.
 */
export function workingDayCounts(
  calendar: HolidayCalendar,
  { from, to }: Period,
): { readonly days: readonly string[]; readonly counts: readonly number[] } {
  const days: string[] = []
  const counts: number[] = []
  const last = Temporal.PlainDate.from(to)
  let count = 0
  for (
    let day = Temporal.PlainDate.from(from);
    Temporal.PlainDate.compare(day, last) <= 0;
    day = day.add({ days: 1 })
  ) {
    if (!calendar.isPublished(day.year)) continue
    if (calendar.isWorkingDay(day)) count += 1
    days.push(day.toString())
    counts.push(count)
  }
  return { days, counts }
}
