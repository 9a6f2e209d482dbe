import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nextOpening, openedAt } from './opening-hours.ts'

const hours = { opensAt: '08:30', closesAt: '17:30', openDays: [1, 2, 3, 4, 5] }
/** 2026-11-26 is a Thursday. */
const at = (text: string) => Date.parse(`${text}:00+08:00`)
const all = [1, 2, 3, 4, 5, 6, 7]

describe('opening hours', () => {
  test.each([
    ['2026-11-26T08:29', undefined],
    ['2026-11-26T08:30', '2026-11-26T08:30'],
    ['2026-11-26T17:29', '2026-11-26T08:30'],
    ['2026-11-26T17:30', undefined],
    ['2026-11-26T00:00', undefined],
    // Saturday
    ['2026-11-28T10:00', undefined],
  ])('at %s it is open since %s', (now, since) => {
    expect(openedAt(hours, at(now))).toBe(since === undefined ? undefined : at(since))
  })

  test.each([
    ['in the morning', hours, '2026-11-26T06:00', '2026-11-26T08:30'],
    ['after closing', hours, '2026-11-26T18:00', '2026-11-27T08:30'],
    ['before a weekend', hours, '2026-11-27T18:00', '2026-11-30T08:30'],
    ['on one day a week only', { ...hours, openDays: [4] }, '2026-11-26T18:00', '2026-12-03T08:30'],
    ['without any day', { ...hours, openDays: [] }, '2026-11-26T18:00', undefined],
    ['backwards', { ...hours, opensAt: '18:00', closesAt: '08:00' }, '2026-11-26T10:00', undefined],
  ])('%s it opens next', (_, set, now, next) => {
    expect(nextOpening(set, at(now))).toBe(next === undefined ? undefined : at(next))
  })

  test('from 00:00 to 23:59 every day never close', () => {
    const always = { opensAt: '00:00', closesAt: '23:59', openDays: all }
    fc.assert(fc.property(fc.integer({ min: 0, max: 4e12 }), now => openedAt(always, now) !== undefined))
  })

  test('know the weekday as Temporal does, and open exactly at the next opening', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), fc.subarray(all, { minLength: 1 }), (now, openDays) => {
        const next = nextOpening({ ...hours, openDays }, now) ?? Number.NaN
        const there = Temporal.Instant.fromEpochMilliseconds(next).toZonedDateTimeISO('Asia/Shanghai')
        expect(openDays).toContain(there.dayOfWeek)
        expect(openedAt({ ...hours, openDays }, next)).toBe(next)
        expect(openedAt({ ...hours, openDays }, next - 1)).toBeUndefined()
      }),
    )
  })
})
