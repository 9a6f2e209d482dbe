import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addIsoDays, addIsoMonths, isIsoDay, isoDaysBetween } from './iso-day.ts'

const anyDay = fc
  .date({ min: new Date('1910-01-01'), max: new Date('2150-12-31'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10))

test.each(['2026-02-29', '2026-13-01', '2026-1-1', '1899-12-31', 'x', ''])('%s is no day', text => {
  expect(isIsoDay(text)).toBe(false)
})

test('the same days as Temporal counts, for any day and any distance', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -2000, max: 2000 }), (day, days) => {
      const there = addIsoDays(day, days)
      expect(there).toBe(Temporal.PlainDate.from(day).add({ days }).toString())
      expect(isoDaysBetween(day, there)).toBe(days)
      expect(isIsoDay(there)).toBe(true)
    }),
  )
})

test('the same months as Temporal counts, and the last day where a month is shorter', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -40, max: 40 }), (day, months) => {
      expect(addIsoMonths(day, months)).toBe(Temporal.PlainDate.from(day).add({ months }).toString())
    }),
  )
  expect(addIsoMonths('2027-01-31', 1)).toBe('2027-02-28')
})
