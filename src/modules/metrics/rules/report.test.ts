import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarOf, workingDaysBetween } from '#kernel/working-days'
import { earlier, monthsOf, problemOf } from './report.ts'
import { unpublished, workingDayCounts } from './working-day-count.ts'

describe('the period of a report', () => {
  it('is cut into the months it touches', () => {
    expect(monthsOf({ from: '2026-01-20', to: '2026-03-02' })).toEqual([
      { month: '2026-01', from: '2026-01-20', to: '2026-01-31' },
      { month: '2026-02', from: '2026-02-01', to: '2026-02-28' },
      { month: '2026-03', from: '2026-03-01', to: '2026-03-02' },
    ])
  })

  it.each([
    ['2026-02-01', '2026-01-01', 'periodBackwards'],
    ['2026-01-01', '2029-01-01', 'periodTooLong'],
    ['2026-01-01', '2026-12-31', undefined],
  ])('from %s to %s: %s', (from, to, problem) => {
    expect(problemOf({ from, to })).toBe(problem)
  })

  it.each([
    [{ from: '2026-10-01', to: '2026-10-31' }, 'month', { from: '2026-09-01', to: '2026-09-30' }],
    [{ from: '2026-02-01', to: '2026-02-28' }, 'month', { from: '2026-01-01', to: '2026-01-31' }],
    [{ from: '2026-02-01', to: '2026-02-28' }, 'year', { from: '2025-02-01', to: '2025-02-28' }],
    [{ from: '2026-11-01', to: '2026-11-26' }, 'month', { from: '2026-10-01', to: '2026-10-26' }],
  ] as const)('%j one %s earlier is %j', (period, step, before) => {
    expect(earlier(period, step)).toEqual(before)
  })
})

it('the difference of two passed working days is what the kernel counts between them', () => {
  const calendar = calendarOf(['2026-10-01', '2026-10-02'], ['2026-10-10'], [2026])
  const { first, counts } = workingDayCounts(calendar, { from: '2026-09-01', to: '2026-10-31' })
  const at = (n: number) => [Temporal.PlainDate.from(first).add({ days: n }), counts[n] ?? 0] as const
  const index = fc.integer({ min: 0, max: counts.length - 1 })
  fc.assert(
    fc.property(index, index, (a, b) => {
      const [[start, before], [end, after]] = [at(Math.min(a, b)), at(Math.max(a, b))]
      expect(workingDaysBetween(calendar, start, end)).toEqual({ ok: true, value: after - before })
    }),
  )
})

it('days of a year whose holidays are not published have no count', () => {
  const calendar = calendarOf([], [], [2026])
  const { counts } = workingDayCounts(calendar, { from: '2026-12-30', to: '2027-01-02' })
  expect(counts).toEqual([1, 2, unpublished, unpublished])
})
