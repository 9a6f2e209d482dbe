import { describe, expect, test } from 'vitest'
import { cronItemsOf, toChina } from './schedule.ts'

const digest = (hour: number, date: number, month: number, dow: number) => ({ min: 30, hour, date, month, dow })

describe('the minute in China', () => {
  test.each([
    ['the same day before 16:00 UTC', digest(15, 22, 11, 0), 2026, digest(23, 22, 11, 0)],
    ['the next day after', digest(18, 22, 11, 0), 2026, digest(2, 23, 11, 1)],
    ['the next week', digest(16, 28, 11, 6), 2026, digest(0, 29, 11, 0)],
    ['the next month', digest(20, 30, 11, 1), 2026, digest(4, 1, 12, 2)],
    ['the next year', digest(20, 31, 12, 4), 2026, digest(4, 1, 1, 5)],
    ['the leap day', digest(20, 28, 2, 1), 2028, digest(4, 29, 2, 2)],
    ['no leap day', digest(20, 28, 2, 0), 2027, digest(4, 1, 3, 1)],
  ])('is on %s', (_, utc, year, china) => {
    expect(toChina(utc, year)).toEqual(china)
  })
})

test('a schedule matches by the clock in China, is made up for within an hour, and keeps one waiting job', () => {
  const [item] = cronItemsOf([{ job: 'a.b', match: '30 2 * * 1', payload: { n: 1 } }])
  expect(item?.match(digest(18, 22, 11, 0))).toBe(true)
  expect(item?.match(digest(2, 23, 11, 1))).toBe(false)
  expect(item?.match(digest(18, 23, 11, 1))).toBe(false)
  expect(item).toMatchObject({ task: 'a.b', payload: { n: 1 }, options: { backfillPeriod: 3_600_000, maxAttempts: 5 } })
  expect(item?.options.jobKey).toBe('schedule a.b 30 2 * * 1')
})

test('a time that cannot be read is refused when the house is built', () => {
  expect(() => cronItemsOf([{ job: 'a', match: 'every night' }])).toThrow()
})
