import { describe, expect, it } from 'vitest'
import { addWorkingDays } from '#kernel/working-days'
import { chinaCalendar } from './calendar.ts'

const day = (text: string) => Temporal.PlainDate.from(text)

describe('the calendar of China', () => {
  it('counts the golden case of the court: day 8 and four more', () => {
    const eighth = addWorkingDays(chinaCalendar, day('2022-11-01'), 8)
    expect(eighth.ok && String(eighth.value)).toBe('2022-11-11')
    const twelfth = eighth.ok ? addWorkingDays(chinaCalendar, eighth.value, 4) : undefined
    expect(twelfth?.ok && String(twelfth.value)).toBe('2022-11-17')
  })

  it('knows the holidays of 2026 and the weekends that are worked for them', () => {
    for (const off of [
      '2026-01-01',
      '2026-02-15',
      '2026-04-06',
      '2026-05-05',
      '2026-06-19',
      '2026-09-25',
      '2026-10-07',
    ]) {
      expect(chinaCalendar.isWorkingDay(day(off)), off).toBe(false)
    }
    for (const work of [
      '2026-01-04',
      '2026-02-14',
      '2026-02-28',
      '2026-05-09',
      '2026-09-20',
      '2026-10-10',
      '2026-11-23',
    ]) {
      expect(chinaCalendar.isWorkingDay(day(work)), work).toBe(true)
    }
  })

  it('refuses a year that is not published instead of guessing it', () => {
    expect(chinaCalendar.isPublished(2035)).toBe(false)
    expect(addWorkingDays(chinaCalendar, day('2035-01-04'), 3)).toMatchObject({ refusal: 'holidayYearUnpublished' })
  })
})
