/**
 * Days as ISO texts (`2026-11-23`), for rules that also run in the browser of an old phone, where `Temporal` is missing.
 * All arithmetic is on calendar days in UTC, so that no zone moves a day.
 */
const shape = /^(\d{4})-(\d{2})-(\d{2})$/u

const timeOf = (day: string): number => Date.parse(`${day}T00:00:00Z`)
const textOf = (time: number): string => new Date(time).toISOString().slice(0, 10)

/** Whether the text names a day that exists, from 1900 on. */
export function isIsoDay(text: string): boolean {
  if (!shape.test(text) || text < '1900') return false
  const time = timeOf(text)
  return !Number.isNaN(time) && textOf(time) === text
}

/** `days` may be negative. */
export const addIsoDays = (day: string, days: number): string => textOf(timeOf(day) + days * 86_400_000)

/** The corresponding day of another month; where the month lacks it, its last day (民法典第二百零二条). */
export function addIsoMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return textOf(Date.UTC(year, month - 1 + months, Math.min(date, last)))
}

/** Calendar days from `start` to `end`; negative when `end` comes first. */
export const isoDaysBetween = (start: string, end: string): number =>
  Math.round((timeOf(end) - timeOf(start)) / 86_400_000)
