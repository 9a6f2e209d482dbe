import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addYearsMinusDay, CHINA, daysBetween, formatDateZh, formatMonthZh, momentOf, parseDate } from './dates.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const anyDay = fc.integer({ min: 0, max: 60_000 }).map(days => day('1900-01-01').add({ days }))

describe('momentOf', () => {
  it.each([
    ['2026-11-22T15:59:59Z', '2026-11-22'],
    ['2026-11-22T16:00:00Z', '2026-11-23'],
  ])('%s is the day %s in China, whatever the machine thinks', (instant, today) => {
    expect(momentOf(Temporal.Instant.from(instant)).today.toString()).toBe(today)
    expect(CHINA).toBe('Asia/Shanghai')
  })
})

describe('parseDate', () => {
  it.each([
    ['2026-11-23', '2026-11-23'],
    ['20261123', '2026-11-23'],
    [' ２０２６１１２３ ', '2026-11-23'],
    ['2024-02-29', '2024-02-29'],
    ['1900-01-01', '1900-01-01'],
  ])('reads %s as %s', (text, iso) => {
    const date = parseDate(text)
    expect(date.ok && date.value.toString()).toBe(iso)
  })

  it.each([
    '',
    '2026-02-29',
    '20260230',
    '2026-13-01',
    '2026-1-1',
    '2026/11/23',
    '0026-11-23',
    '18991231',
    '2026-11-23T00:00',
    '2026-1123',
    '长期',
  ])('refuses %j', text => {
    expect(parseDate(text)).toEqual({ ok: false, refusal: 'dateInvalid' })
  })

  it('reads back every day it is given, and never throws', () => {
    fc.assert(
      fc.property(anyDay, date => {
        const read = parseDate(date.toString())
        const packed = parseDate(date.toString().replaceAll('-', ''))
        return read.ok && packed.ok && read.value.equals(date) && packed.value.equals(date)
      }),
    )
    fc.assert(fc.property(fc.string(), text => typeof parseDate(text).ok === 'boolean'))
  })
})

it('writes a date with its weekday, and a month', () => {
  expect(formatDateZh(day('2026-11-23'))).toBe('2026年11月23日（周一）')
  expect(formatDateZh(day('2026-11-29'))).toBe('2026年11月29日（周日）')
  expect(formatMonthZh(day('2026-03-05'))).toBe('2026年3月')
  expect(formatMonthZh(Temporal.PlainYearMonth.from('2026-12'))).toBe('2026年12月')
})

it('counts calendar days in both directions', () => {
  expect(daysBetween(day('2026-11-23'), day('2026-12-23'))).toBe(30)
  expect(daysBetween(day('2026-12-23'), day('2026-11-23'))).toBe(-30)
  expect(daysBetween(day('2024-02-28'), day('2025-02-28'))).toBe(366)
})

describe('addYearsMinusDay', () => {
  it.each([
    ['2026-11-23', 5, '2031-11-22'],
    ['2026-01-01', 1, '2026-12-31'],
    ['2026-03-01', 2, '2028-02-29'],
    ['2024-02-29', 5, '2029-02-28'],
    ['2024-02-29', 4, '2028-02-28'],
  ])('a licence from %s for %i years ends on %s', (start, years, end) => {
    expect(addYearsMinusDay(day(start), years).toString()).toBe(end)
  })

  it('is followed by a new term that begins on the same date of the year', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 5 }), (start, years) => {
        fc.pre(!(start.month === 2 && start.day === 29))
        const next = addYearsMinusDay(start, years).add({ days: 1 })
        return next.month === start.month && next.day === start.day && next.year === start.year + years
      }),
    )
  })
})
