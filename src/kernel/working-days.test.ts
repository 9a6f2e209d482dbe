import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addWorkingDays,
  calendarOf,
  deadline,
  type LimitLaw,
  limitBasis,
  limitUnder,
  rollToWorkingDay,
  workingDaysBetween,
} from './working-days.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const range = (first: string, last: string) =>
  Array.from({ length: day(first).until(day(last)).days + 1 }, (_, days) => day(first).add({ days }))

const calendar = calendarOf(
  [
    ...['2025-01-01', ...range('2025-01-28', '2025-02-04'), ...range('2025-04-04', '2025-04-06')],
    ...[
      ...range('2025-05-01', '2025-05-05'),
      ...range('2025-05-31', '2025-06-02'),
      ...range('2025-10-01', '2025-10-08'),
    ],
    ...[
      ...range('2026-01-01', '2026-01-03'),
      ...range('2026-02-15', '2026-02-23'),
      ...range('2026-04-04', '2026-04-06'),
    ],
    ...[
      ...range('2026-05-01', '2026-05-05'),
      ...range('2026-06-19', '2026-06-21'),
      ...range('2026-09-25', '2026-09-27'),
    ],
    ...range('2026-10-01', '2026-10-07'),
  ],
  [
    ...['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
    ...['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
  ],
  // November 2022 had no holidays; the year stands for the golden case only.
  [2022, 2025, 2026],
)
const text = (result: { ok: boolean; value?: unknown; refusal?: string }) => String(result.value ?? result.refusal)

describe('addWorkingDays', () => {
  it.each([
    ['2022-11-01', 8, '2022-11-11'],
    ['2022-11-11', 4, '2022-11-17'],
    ['2026-11-23', 0, '2026-11-23'],
    ['2026-11-21', 1, '2026-11-23'],
    ['2026-09-30', 1, '2026-10-08'],
    ['2026-09-30', 3, '2026-10-10'],
    ['2026-02-13', 1, '2026-02-14'],
    ['2026-02-14', 5, '2026-02-28'],
    ['2025-09-26', 1, '2025-09-28'],
    ['2025-12-31', 1, '2026-01-04'],
    ['2026-10-08', -1, '2026-09-30'],
    ['2026-11-23', -10, '2026-11-09'],
  ])('%s and %i working days: %s', (start, n, end) => {
    expect(text(addWorkingDays(calendar, day(start), n))).toBe(end)
  })

  it('refuses to count into a year whose holidays are not published, and names the year', () => {
    expect(addWorkingDays(calendar, day('2026-12-30'), 5)).toEqual({
      ok: false,
      refusal: 'holidayYearUnpublished',
      details: { year: 2027 },
    })
    expect(addWorkingDays(calendar, day('2025-01-02'), -5)).toMatchObject({ details: { year: 2024 } })
    expect(workingDaysBetween(calendar, day('2026-12-30'), day('2027-01-05')).ok).toBe(false)
    expect(rollToWorkingDay(calendar, day('2027-01-01')).ok).toBe(false)
    expect(deadline(calendar, 'FY', day('2026-11-23'), 60)).toMatchObject({ refusal: 'holidayYearUnpublished' })
  })

  it('does not count fractions', () => {
    expect(() => addWorkingDays(calendar, day('2026-11-23'), 1.5)).toThrow(RangeError)
  })

  it('is undone by workingDaysBetween, lands on working days and grows with n', () => {
    const start = fc.integer({ min: 0, max: 200 }).map(days => day('2025-10-01').add({ days }))
    fc.assert(
      fc.property(start, fc.integer({ min: -80, max: 80 }), (from, n) => {
        fc.pre(n !== 0)
        const end = addWorkingDays(calendar, from, n)
        const further = addWorkingDays(calendar, from, n + Math.sign(n))
        if (!end.ok || !further.ok) throw new Error('inside the published years')
        expect(calendar.isWorkingDay(end.value)).toBe(true)
        expect(workingDaysBetween(calendar, from, end.value)).toEqual({ ok: true, value: n })
        expect(Temporal.PlainDate.compare(further.value, end.value)).toBe(Math.sign(n))
      }),
    )
  })
})

it('moves a day off to the next working day and leaves a working day alone', () => {
  expect(text(rollToWorkingDay(calendar, day('2026-10-01')))).toBe('2026-10-08')
  expect(text(rollToWorkingDay(calendar, day('2026-10-10')))).toBe('2026-10-10')
  expect(text(rollToWorkingDay(calendar, day('2026-11-23')))).toBe('2026-11-23')
})

it('counts nothing from a day to itself', () => {
  expect(workingDaysBetween(calendar, day('2026-11-23'), day('2026-11-23'))).toEqual({ ok: true, value: 0 })
})

describe('calendarOf', () => {
  it('reads ISO text and plain dates alike', () => {
    const both = calendarOf([day('2026-11-24')], ['2026-11-28'], [2026])
    expect(['2026-11-23', '2026-11-24', '2026-11-28', '2026-11-29'].map(d => both.isWorkingDay(day(d)))).toEqual([
      true,
      false,
      true,
      false,
    ])
  })

  it('fails loudly on a year it does not know and on a date it cannot read', () => {
    expect(() => calendar.isWorkingDay(day('2027-03-01'))).toThrow(RangeError)
    expect(() => calendarOf(['2026-02-30'], [], [2026])).toThrow()
  })
})

describe('limits of the laws', () => {
  const cases: [LimitLaw, number, string][] = [
    ['XK', 5, 'working'],
    ['XK', 20, 'working'],
    ['S37', 30, 'working'],
    ['S205', 8, 'working'],
    ['CF', 2, 'working'],
    ['CF', 3, 'working'],
    ['CF', 5, 'working'],
    ['CF', 7, 'working'],
    ['CF', 4, 'calendar'],
    ['CF', 15, 'calendar'],
    ['CF', 90, 'calendar'],
    ['FY', 10, 'working'],
    ['FY', 60, 'calendar'],
    ['QZ', 10, 'working'],
    ['QZ', 11, 'calendar'],
    ['YS', 3, 'calendar'],
    ['ZMF', 15, 'calendar'],
    ['SS', 15, 'calendar'],
    ['S93', 7, 'calendar'],
  ]
  it.each(cases)('%s %i days are %s days', (law, n, kind) => {
    expect(limitUnder(law, n)).toBe(kind)
  })

  it('names the counting article where the law has one', () => {
    expect(limitBasis('CF')).toEqual([{ instrument: 'CF', article: 85 }])
    expect(limitBasis('YS')).toEqual([])
  })

  it.each([
    ['XK', '2026-09-29', 5, '2026-10-12'],
    ['CF', '2026-09-29', 7, '2026-10-14'],
    ['CF', '2026-09-20', 15, '2026-10-08'],
    ['CF', '2026-11-01', 15, '2026-11-16'],
    ['YS', '2026-11-23', 3, '2026-11-26'],
  ] as const)('under %s, from %s, %i days end on %s', (law, start, n, end) => {
    expect(text(deadline(calendar, law, day(start), n))).toBe(end)
  })
})
