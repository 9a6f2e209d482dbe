import { createRequire } from 'node:module'
import { calendarOf, type HolidayCalendar } from '#kernel/working-days'

interface Published {
  readonly holidays: Readonly<Record<string, string>>
  readonly workdays: Readonly<Record<string, string>>
}

const data = createRequire(import.meta.url)('chinese-days/dist/chinese-days.json') as Published
/** 节日的名字 by day, as the notice gives it; undefined for ordinary days off. */
export const holidayName = (day: string): string | undefined => data.holidays[day]?.split(',')[1]

const days = (of: Readonly<Record<string, string>>) => Object.keys(of).toSorted()

/**
 * 法定节假日与调休 as the State Council published them, from the data of `chinese-days`. A year counts as published when its National Day stands
 * in the data; any other year is refused by name, never guessed from weekdays.
 */
export const chinaCalendar: HolidayCalendar = calendarOf(days(data.holidays), days(data.workdays), [
  ...new Set(
    days(data.holidays)
      .filter(day => day.endsWith('-10-01'))
      .map(day => Number(day.slice(0, 4))),
  ),
])
