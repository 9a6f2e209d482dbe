import { foldWidth } from './fold-width.ts'
import { ok, type Result, refuse } from './refusal.ts'

/** Legal time in China: one zone for the whole state, no summer time since 1991. */
export const CHINA = 'Asia/Shanghai'

/** Now, as an action receives it: the instant for the record, the day in China for the law. */
export interface Moment {
  readonly instant: Temporal.Instant
  readonly today: Temporal.PlainDate
}

/** The day in China of an instant. Its own first ten letters are the day in Greenwich: in the small hours, the day before. */
export const dayInChina = (instant: Temporal.Instant | string): Temporal.PlainDate =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(CHINA).toPlainDate()

export const momentOf = (instant: Temporal.Instant): Moment => ({ instant, today: dayInChina(instant) })

/** `2026-11-23` or the eight digits of cards and carton lists, `20261123`. Years before 1900 are slips of the hand. */
export function parseDate(text: string): Result<Temporal.PlainDate, 'dateInvalid'> {
  const match = /^(\d{4})-(\d{2})-(\d{2})$|^(\d{4})(\d{2})(\d{2})$/u.exec(foldWidth(text).trim())
  if (match === null) return refuse('dateInvalid')
  const [year = 0, month = 0, day = 0] = match.slice(1).filter(Boolean).map(Number)
  if (year < 1900) return refuse('dateInvalid')
  try {
    return ok(Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }))
  } catch {
    return refuse('dateInvalid')
  }
}

const weekdays = '一二三四五六日'

/** 2026年11月23日（周一） */
export function formatDateZh(day: Temporal.PlainDate): string {
  return `${day.year}年${day.month}月${day.day}日（周${weekdays.charAt(day.dayOfWeek - 1)}）`
}

/** 2026年11月 */
export function formatMonthZh(month: { readonly year: number; readonly month: number }): string {
  return `${month.year}年${month.month}月`
}

/** Calendar days from `start` to `end`; negative when `end` comes first. */
export function daysBetween(start: Temporal.PlainDate, end: Temporal.PlainDate): number {
  return start.until(end, { largestUnit: 'day' }).days
}

/**
 * The last day of a term of whole years (满N年): the day before the anniversary, as printed on the licence face.
 * A term that begins on 29 February and has no such anniversary ends with that February: where the month lacks the
 * corresponding day, the period ends on the month's last day (民法典第二百零二条).
 */
export function addYearsMinusDay(start: Temporal.PlainDate, years: number): Temporal.PlainDate {
  const anniversary = start.add({ years })
  return anniversary.day === start.day ? anniversary.subtract({ days: 1 }) : anniversary
}
