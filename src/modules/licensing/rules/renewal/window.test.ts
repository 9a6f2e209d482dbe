import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daysBetween } from '#kernel/dates'
import { calendarOf } from '#kernel/working-days'
import { longestTermYears, nextTerm } from './term.ts'
import { renewalWindow, type WindowPolicy } from './window.ts'

const day = Temporal.PlainDate.from
const calendar = calendarOf([], [], [2026, 2027])
const policy: WindowPolicy = { leadDays: 30, leadKind: 'calendar', opensDaysBefore: 90 }
const kindOn = (validTo: string, today: string, change: Partial<WindowPolicy> = {}) => {
  const window = renewalWindow(day(validTo), day(today), { policy: { ...policy, ...change }, calendar })
  return window.ok ? window.value.kind : window.refusal
}
const days = fc.integer({ min: 0, max: 40_000 }).map(n => day('1980-01-01').add({ days: n }))

describe('the window of a renewal', () => {
  it.each([
    ['2026-09-24', 'early'],
    ['2026-09-25', 'open'],
    ['2026-11-24', 'open'],
    ['2026-11-25', 'late'],
    ['2026-12-24', 'late'],
    ['2026-12-25', 'expired'],
  ])('of a licence that ends on 2026-12-24, on %s, is %s', (today, kind) => {
    expect(kindOn('2026-12-24', today)).toBe(kind)
  })

  it.each([
    ['2028-03-30', '2028-02-29', '2028-03-01'],
    ['2027-03-30', '2027-02-28', '2027-03-01'],
    ['2026-03-31', '2026-03-01', '2026-03-02'],
    ['2026-01-30', '2025-12-31', '2026-01-01'],
  ])('across the end of a month: for %s the last timely day is %s and %s is late', (validTo, last, late) => {
    expect(kindOn(validTo, last)).toBe('open')
    expect(kindOn(validTo, late)).toBe('late')
  })

  it('counts working days when the bureau says so, and names the unpublished year instead of guessing', () => {
    expect(kindOn('2026-12-31', '2026-11-19', { leadKind: 'working' })).toBe('open')
    expect(kindOn('2026-12-31', '2026-11-20', { leadKind: 'working' })).toBe('late')
    expect(kindOn('2028-06-01', '2028-05-01', { leadKind: 'working' })).toBe('holidayYearUnpublished')
    expect(kindOn('2028-06-01', '2028-05-01')).toBe('open')
  })

  it('moves only forward as days pass: early, open, late, expired', () => {
    const order = ['early', 'open', 'late', 'expired']
    fc.assert(
      fc.property(days, fc.integer({ min: -200, max: 200 }), (validTo, offset) => {
        const today = validTo.add({ days: offset })
        const here = order.indexOf(kindOn(validTo.toString(), today.toString()))
        const next = order.indexOf(kindOn(validTo.toString(), today.add({ days: 1 }).toString()))
        expect(next).toBeGreaterThanOrEqual(here)
        expect(here).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})

describe('the next term', () => {
  it.each([
    ['2026-12-24', '2026-12-25', '2031-12-24'],
    ['2028-02-28', '2028-02-29', '2033-02-28'],
    ['2027-02-28', '2027-03-01', '2032-02-29'],
    ['2026-12-31', '2027-01-01', '2031-12-31'],
  ])('after %s runs from %s to %s', (old, from, to) => {
    const term = nextTerm(day(old), 5)
    expect([term.validFrom.toString(), term.validTo.toString()]).toEqual([from, to])
  })

  it('is never longer than five years and follows the old one without gap or overlap', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: longestTermYears }), (old, years) => {
        const { validFrom, validTo } = nextTerm(old, years)
        expect(daysBetween(old, validFrom)).toBe(1)
        // Who begins on 29 February ends on the last day of it where the year has none (民法典 202).
        const anniversary = validFrom.add({ years })
        const spare = anniversary.day === validFrom.day ? 1 : 0
        expect(daysBetween(validTo, anniversary)).toBeGreaterThanOrEqual(spare)
        expect(daysBetween(validFrom, validTo)).toBeGreaterThanOrEqual(365 * years - 1)
      }),
    )
    expect(() => nextTerm(day('2026-01-01'), 6)).toThrow(RangeError)
  })

  it('after a gap starts on the day of the decision, never earlier', () => {
    const decidedOn = day('2027-01-20')
    expect(nextTerm(day('2026-12-24'), 5, { decidedOn }).validFrom.toString()).toBe('2027-01-20')
    expect(nextTerm(day('2027-02-24'), 5, { decidedOn }).validFrom.toString()).toBe('2027-02-25')
  })
})
