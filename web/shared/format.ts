import { currentLanguage, type Language } from './language.ts'

const weekdays = '日一二三四五六'
const weekdaysEn = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const months = 'January February March April May June July August September October November December'.split(' ')

// Written without Temporal on purpose: the retailer's phone may be years old.
function partsOf(day: string): { year: number; month: number; date: number; weekday: number } | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(day)
  if (!match) return undefined
  const [year = 0, month = 0, date = 0] = match.slice(1).map(Number)
  return { year, month, date, weekday: new Date(Date.UTC(year, month - 1, date)).getUTCDay() }
}

/** `2026-11-23` → 2026年11月23日（周一） / Monday short: "Mon, 23 November 2026". A text that is no date stays as it is. */
export function formatDay(day: string, language: Language = currentLanguage()): string {
  const parts = partsOf(day)
  if (!parts) return day
  const { year, month, date, weekday } = parts
  return language === 'zh'
    ? `${year}年${month}月${date}日（周${weekdays.charAt(weekday)}）`
    : `${weekdaysEn[weekday]}, ${date} ${months[month - 1]} ${year}`
}

/** Without the weekday, for ranges and faces: 2026年11月23日 / 23 November 2026. */
export function formatDayShort(day: string, language: Language = currentLanguage()): string {
  const parts = partsOf(day)
  if (!parts) return day
  return language === 'zh'
    ? `${parts.year}年${parts.month}月${parts.date}日`
    : `${parts.date} ${months[parts.month - 1]} ${parts.year}`
}

/** Days inside a sentence of the rules, which keep them as 2026-11-23, as a person says them. */
export const withDays = (text: string, language: Language = currentLanguage()): string =>
  text.replace(/\b\d{4}-\d{2}-\d{2}\b/gu, day => formatDayShort(day, language))

/** An instant as day and 24-hour time in China: 2026年11月23日 14:05. */
export function formatInstant(instant: string, language: Language = currentLanguage()): string {
  const at = Date.parse(instant)
  if (Number.isNaN(at)) return instant
  const china = new Date(at + 8 * 3_600_000).toISOString()
  return `${formatDayShort(china, language)} ${china.slice(11, 16)}`
}

/** The day in China of an instant, for `formatDay`: its own first ten letters are the day in Greenwich, in the small hours the day before. */
export function dayOfInstant(instant: string): string {
  const at = Date.parse(instant)
  return Number.isNaN(at) ? instant : new Date(at + 8 * 3_600_000).toISOString().slice(0, 10)
}

/** 24-hour time in China of a moment in milliseconds: 14:05. */
export const formatTime = (at: number): string => new Date(at + 8 * 3_600_000).toISOString().slice(11, 16)

/** 1234567 → 1,234,567 in both languages. */
export const formatCount = (count: number): string => count.toLocaleString('en-US')

/** Fen to money: 123400 → ¥1,234.00. */
export const formatFen = (fen: number): string =>
  `¥${(fen / 100).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`

/** 5个工作日 / 60日: the kind of day is always said. */
export function formatDays(days: number, kind: 'working' | 'calendar', language: Language = currentLanguage()): string {
  if (language === 'zh') return kind === 'working' ? `${days}个工作日` : `${days}日`
  return `${days} ${kind} day${days === 1 ? '' : 's'}`
}

/** 2:05: a place in a film, or how long it is. */
export const clockOf = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
