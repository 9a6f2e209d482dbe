import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarOf } from '#kernel/working-days'
import { casesOf, compute } from './figure.ts'
import { monthsOf, problemOf } from './report.ts'
import { type ServiceCaseRow, serviceCaseOf } from './service-case.ts'
import { serviceFigures } from './service-figures.ts'
import { quantile } from './statistics.ts'

const calendar = calendarOf(['2026-10-01'], [], [2026])
const hall = { code: 'H', kind: 'hall', lng: 112.31, lat: 22.19 }
const village = { code: 'V', kind: 'village', lng: 112.44, lat: 22.34 }
const points = [hall, village]

const row: ServiceCaseRow = {
  applicationNo: 'R20260929-000001',
  service: 'renewal',
  channel: 'terminal',
  areaCode: '440785103004',
  startedAt: '2026-09-29T01:57:00Z',
  capturedAt: '2026-09-29T02:00:00Z',
  receivedOn: '2026-09-29',
  acceptedOn: '2026-09-29',
  decidedOn: '2026-10-05',
  decideBy: '2026-10-12',
  decidedAs: 'staff',
  assisted: false,
  corrected: false,
  collected: false,
  shop: { lng: 112.44, lat: 22.345 },
  pointCode: 'V',
}
const year = { from: '2026-01-01', to: '2026-12-31' }
const figure = (code: string, ...rows: Partial<ServiceCaseRow>[]) => {
  const found = serviceFigures.find(one => one.code === code)
  if (!found) throw new Error(code)
  return compute(
    found,
    rows.map(change => serviceCaseOf({ ...row, ...change }, { points, calendar })),
    year,
  )
}

describe('the figures of the services', () => {
  it.each<[string, Partial<ServiceCaseRow>[], number | null]>([
    ['applyMinutes', [{}], 3],
    ['applyMinutes', [{}, { startedAt: '2026-09-29T01:59:00Z' }], 2],
    // 29 September is day 0; 30 September, 2 and 5 October are working days, 1 October is not.
    ['approvalDays', [{}], 3],
    ['approvalDays', [{ decidedOn: null }], null],
    ['onTime', [{}, { decidedOn: '2026-10-13' }], 0.5],
    ['onTime', [{ decideBy: null, decidedOn: '2026-09-29' }], 1],
    ['onTime', [{ decideBy: null }], null],
    ['firstTime', [{}, { corrected: true }], 0.5],
    ['automatic', [{ decidedAs: 'machine' }, {}, {}, {}], 0.25],
    ['assisted', [{ assisted: true }], 1],
    ['zeroErrand', [{}], 1],
    ['zeroErrand', [{ channel: 'window', pointCode: null }], 0],
    ['zeroErrand', [{ collected: true }, {}], 0.5],
    ['received', [{}, {}], 2],
    ['decided', [{}, { decidedOn: null }], 1],
    ['usedMetres', [{ channel: 'online', pointCode: null }], null],
    ['usedMetres', [{ shop: null }], null],
  ])('%s of %j is %s', (code, rows, value) => {
    expect(figure(code, ...rows).value).toBe(value)
  })

  it('measures the way to the point used, to the nearest, and to the hall of the days before', () => {
    expect(Math.round(figure('usedMetres', {}).value ?? 0)).toBe(556)
    expect(figure('nearestMetres', {}).value).toBe(figure('usedMetres', {}).value)
    expect(figure('hallMetres', {}).value).toBeGreaterThan(20_000)
    expect(figure('usedMetres', { channel: 'window', pointCode: null }).value).toBe(figure('hallMetres', {}).value)
  })

  it('is never typed in: each is what its own list of cases says, and no case lies outside the period', () => {
    const change = fc.record({
      assisted: fc.boolean(),
      corrected: fc.boolean(),
      collected: fc.boolean(),
      receivedOn: fc.constantFrom('2025-12-31', '2026-01-01', '2026-09-29', '2027-01-01'),
      decidedOn: fc.constantFrom(null, '2026-01-05', '2027-01-04'),
      channel: fc.constantFrom('terminal', 'online', 'window', 'helper'),
    })
    fc.assert(
      fc.property(fc.array(change, { maxLength: 30 }), changes => {
        const cases = changes.map(one => serviceCaseOf({ ...row, ...one }, { points, calendar }))
        for (const one of serviceFigures) {
          const behind = casesOf(one, cases, year)
          expect(compute(one, cases, year).counted).toBe(behind.length)
          for (const { one: each } of behind) expect(one.day(each)?.slice(0, 4)).toBe('2026')
        }
      }),
    )
  })

  it('has a name, a way of counting and a source for each, and no code twice', () => {
    expect(new Set(serviceFigures.map(({ code }) => code)).size).toBe(serviceFigures.length)
    for (const { name, formula, sources } of serviceFigures) {
      for (const words of [name.zh, name.en, formula.zh, formula.en]) expect(words).not.toBe('')
      for (const source of sources) expect(source).toMatch(/^\w+\.published_\w+$/)
    }
  })
})

describe('a quantile', () => {
  it('lies between the smallest and the largest, and the median of two is their middle', () => {
    expect(quantile([], 0.5)).toBeUndefined()
    expect(quantile([1, 3], 0.5)).toBe(2)
    expect(quantile([4, 1, 3, 2], 0.9)).toBeCloseTo(3.7)
    const numbers = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1 })
    fc.assert(
      fc.property(numbers, fc.double({ min: 0, max: 1, noNaN: true }), (values, q) => {
        const found = quantile(values, q) ?? Number.NaN
        expect(found).toBeGreaterThanOrEqual(Math.min(...values))
        expect(found).toBeLessThanOrEqual(Math.max(...values))
      }),
    )
  })
})

describe('a period', () => {
  it('is cut into its months', () => {
    expect(monthsOf({ from: '2026-01-30', to: '2026-03-02' })).toEqual([
      { month: '2026-01', from: '2026-01-30', to: '2026-01-31' },
      { month: '2026-02', from: '2026-02-01', to: '2026-02-28' },
      { month: '2026-03', from: '2026-03-01', to: '2026-03-02' },
    ])
  })

  it('goes forward and is no longer than three years', () => {
    expect(problemOf({ from: '2026-02-01', to: '2026-01-31' })).toBe('periodBackwards')
    expect(problemOf({ from: '2023-01-01', to: '2026-01-01' })).toBe('periodTooLong')
    expect(problemOf({ from: '2023-01-01', to: '2025-12-31' })).toBeUndefined()
  })
})
