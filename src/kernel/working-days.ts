import { ok, type Result, refuse } from './refusal.ts'
import { type LimitLaw, limitUnder } from './time-limits.ts'

export { type LimitLaw, limitBasis, limitUnder } from './time-limits.ts'

/** The State's yearly holiday notice (节假日安排) as the law's arithmetic needs it. */
export interface HolidayCalendar {
  /** False until the notice of that year is in the calendar; nothing may be computed with an unpublished year. */
  isPublished(year: number): boolean
  isWorkingDay(day: Temporal.PlainDate): boolean
}

export type WorkingDayRefusal = 'holidayYearUnpublished'

/**
 * A calendar from lists of ISO dates: Monday to Friday work, except `offDays`, plus weekend `makeUpDays` (调休上班).
 * Asking it about a year outside `years` throws: callers check `isPublished` first.
 */
export function calendarOf(
  offDays: Iterable<string | Temporal.PlainDate>,
  makeUpDays: Iterable<string | Temporal.PlainDate>,
  years: Iterable<number>,
): HolidayCalendar {
  const isoDay = (day: string | Temporal.PlainDate) => Temporal.PlainDate.from(day).toString()
  const off = new Set(Array.from(offDays, isoDay))
  const makeUp = new Set(Array.from(makeUpDays, isoDay))
  const published = new Set(years)
  return {
    isPublished: year => published.has(year),
    isWorkingDay: day => {
      if (!published.has(day.year)) throw new RangeError(`the holidays of ${day.year} are not known`)
      const iso = day.toString()
      return makeUp.has(iso) || (day.dayOfWeek <= 5 && !off.has(iso))
    },
  }
}

/**
 * The nth working day after `start`; the day of the event is day 0 and need not be a working day itself.
 * A negative `n` counts back, for reminders.
 */
export function addWorkingDays(
  calendar: HolidayCalendar,
  start: Temporal.PlainDate,
  n: number,
): Result<Temporal.PlainDate, WorkingDayRefusal> {
  if (!Number.isInteger(n)) throw new RangeError(`no fraction of a working day: ${n}`)
  const days = Math.sign(n)
  let day = start
  for (let left = Math.abs(n); left > 0; ) {
    day = day.add({ days })
    if (!calendar.isPublished(day.year)) return refuse('holidayYearUnpublished', { year: day.year })
    if (calendar.isWorkingDay(day)) left -= 1
  }
  return ok(day)
}

/** Working days after `start` up to and including `end`; negative when `end` comes first. The inverse of addWorkingDays. */
export function workingDaysBetween(
  calendar: HolidayCalendar,
  start: Temporal.PlainDate,
  end: Temporal.PlainDate,
): Result<number, WorkingDayRefusal> {
  const days = Temporal.PlainDate.compare(end, start)
  let count = 0
  for (let day = start; !day.equals(end); ) {
    day = day.add({ days })
    if (!calendar.isPublished(day.year)) return refuse('holidayYearUnpublished', { year: day.year })
    if (calendar.isWorkingDay(day)) count += days
  }
  return ok(count)
}

/** `day` itself, or the first working day after it: where the last day of a period falls on a holiday. */
export function rollToWorkingDay(
  calendar: HolidayCalendar,
  day: Temporal.PlainDate,
): Result<Temporal.PlainDate, WorkingDayRefusal> {
  if (!calendar.isPublished(day.year)) return refuse('holidayYearUnpublished', { year: day.year })
  return calendar.isWorkingDay(day) ? ok(day) : addWorkingDays(calendar, day, 1)
}

/**
 * The last day of a limit of `n` days that begins with the event on `start` (day 0).
 * A calendar limit whose last day is a day off ends on the next working day (the civil procedure rule, to which
 * reconsideration law refers; recalled, to be confirmed for the other laws).
 */
export function deadline(
  calendar: HolidayCalendar,
  law: LimitLaw,
  start: Temporal.PlainDate,
  n: number,
): Result<Temporal.PlainDate, WorkingDayRefusal> {
  return limitUnder(law, n) === 'working'
    ? addWorkingDays(calendar, start, n)
    : rollToWorkingDay(calendar, start.add({ days: n }))
}
