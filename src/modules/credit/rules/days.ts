import { addWorkingDays, type HolidayCalendar } from '#kernel/working-days'

/** A limit on the bureau in working days; where the year's holidays are not published, calendar days, which end earlier. */
export function limitAfter(calendar: HolidayCalendar, start: Temporal.PlainDate, workingDays: number): string {
  const limit = addWorkingDays(calendar, start, workingDays)
  return (limit.ok ? limit.value : start.add({ days: workingDays })).toString()
}
