import fc from 'fast-check'
import { latLngToCell } from 'h3-js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chinaCalendar } from '#platform/calendar'
import { type Engine, openEngine } from '../lake/engine.ts'
import { at, layTables } from '../testing/lake-tables.ts'
import { checkForecasts, wilson } from './check.ts'
import { driftOf, trendOf, twoSided } from './drift.ts'
import type { MarketEvent } from './event.ts'
import { forecast } from './forecast.ts'
import { blockShare } from './hours.ts'
import { findHotspots, hotspotPolicy } from './index.ts'
import { peaksOf } from './peaks.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const asOf = day('2026-03-31')
const policy = hotspotPolicy(day('2026-11-26'))
const cellAt = (lng: number, lat: number) => latLngToCell(lat, lng, policy.cellResolution)
const market = cellAt(112.31, 22.185)
const event = (on: string, more: Partial<MarketEvent> = {}): MarketEvent => ({
  kind: 'case',
  day: day(on),
  hour: 21,
  cell: market,
  town: '440785001',
  ...more,
})

describe('a forecast', () => {
  it('is hottest where and when it happened, cooler around, and knows nothing of the day itself', () => {
    const [first, ...rest] = forecast([event('2026-03-24')], day('2026-03-31'), policy)
    expect(first).toMatchObject({ cell: market, block: 7 })
    expect(Object.keys(first?.by ?? {})).toEqual(['case'])
    expect(rest).toHaveLength(19 * 8 - 1)
    expect(rest.every(({ heat }) => heat < (first?.heat ?? 0))).toBe(true)
    expect(forecast([event('2026-03-31')], day('2026-03-31'), policy)).toEqual([])
  })

  it('expects as many events as there were lately, and a part of them wherever shops are', () => {
    const daily = Array.from({ length: 2_000 }, (_, n) => event(asOf.subtract({ days: n + 1 }).toString()))
    const elsewhere = cellAt(112.44, 22.35)
    const heats = forecast(daily, asOf, policy, new Map([[elsewhere, 3]]))
    const sum = (cell?: string) =>
      heats.filter(heat => cell === undefined || heat.cell === cell).reduce((all, { expected }) => all + expected, 0)
    expect(sum()).toBeCloseTo(1, 1)
    expect(sum(elsewhere)).toBeCloseTo(policy.shopShare, 1)
  })

  it('spreads an event without an hour over the day, whole events over their hours', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 7].map(block => blockShare(undefined, block, policy))).toEqual(Array(8).fill(1 / 8))
    expect([0, 1, 6, 7].map(block => blockShare(23, block, policy))).toEqual([0.4, 0, 0.4, 1])
  })

  const some = fc.record({
    kind: fc.constantFrom('case', 'find', 'clue', 'alert'),
    day: fc.integer({ min: 0, max: 88 }).map(n => day('2026-01-01').add({ days: n })),
    hour: fc.option(fc.integer({ min: 0, max: 23 }), { nil: undefined }),
    cell: fc.constantFrom(market, cellAt(112.32, 22.07), cellAt(112.44, 22.35)),
    town: fc.constant('440785001'),
  }) as fc.Arbitrary<MarketEvent>

  it('is warmed by an event in its own place and hours, and older events warm less', () => {
    fc.assert(
      fc.property(fc.array(some, { maxLength: 12 }), some, (events, one) => {
        const heat = (of: readonly MarketEvent[]) =>
          forecast(of, asOf, policy)
            .filter(
              ({ cell, block }) => cell === one.cell && (one.hour === undefined || block === Math.floor(one.hour / 3)),
            )
            .reduce((sum, h) => sum + h.heat, 0)
        expect(heat([...events, one])).toBeGreaterThan(heat(events) - 1e-12)
        expect(heat([{ ...one, day: one.day.subtract({ days: 7 }) }])).toBeLessThan(heat([one]))
      }),
      { numRuns: 40 },
    )
  })
})

describe('the self-check', () => {
  const weekly = Array.from({ length: 20 }, (_, n) => event(asOf.subtract({ days: 7 * n }).toString()))
  it('finds what comes back every week, and says by how much', () => {
    const check = checkForecasts(weekly, { asOf, studyCells: 200, policy })
    expect(check).toMatchObject({ events: 8, hits: 8, hitRate: 1, area: 0.02 })
    expect(check.pai).toBeCloseTo(50)
    expect(check.say).toContain('命中 8/8 件')
    expect(check.say).toContain('好于随机')
  })

  it('misses what comes somewhere new every time', () => {
    const wandering = weekly.map((e, n) => ({ ...e, cell: cellAt(112 + n * 0.05, 22.2) }))
    const check = checkForecasts(wandering, { asOf, studyCells: 200, policy })
    expect(check).toMatchObject({ events: 8, hits: 0, pai: 0 })
    expect(check.say).toContain('尚看不出好于随机')
  })

  it('takes no alert for a hit and says when there was nothing to check', () => {
    const alerts = weekly.map(e => ({ ...e, kind: 'alert' as const }))
    expect(checkForecasts(alerts, { asOf, studyCells: 200, policy })).toMatchObject({ events: 0, hitRate: undefined })
    expect(wilson(8, 10).map(x => x.toFixed(3))).toEqual(['0.490', '0.943'])
  })
})

describe('the drift between towns', () => {
  const months = (rural: (n: number) => number) =>
    Array.from({ length: 12 }, (_, n) => ({ month: `${n}`, rural: rural(n), urban: 20 - rural(n) }))
  it('is a trend only when it is one', () => {
    expect(twoSided(trendOf(months(n => 2 + n)) ?? 0)).toBeLessThan(0.001)
    expect(twoSided(trendOf(months(n => 6 + (n % 2))) ?? 0)).toBeGreaterThan(0.5)
    expect(twoSided(1.959964)).toBeCloseTo(0.05, 5)
    expect(trendOf(months(() => 0))).toBeUndefined()
  })

  it('says so, over whole months and by town', () => {
    const events = Array.from({ length: 12 }, (_, n) =>
      Array.from({ length: 20 }, (_, i) =>
        event(day('2025-03-10').add({ months: n }).toString(), { town: i < 2 + n ? '440785103' : '440785001' }),
      ),
    ).flat()
    const drift = driftOf(events, day('2026-03-15'), policy)
    expect(drift.months.at(0)?.month).toBe('2025-03')
    expect(drift.months.at(-1)).toEqual({ month: '2026-02', rural: 13, urban: 7 })
    expect(drift.say).toContain('向农村转移')
    expect(drift.towns.map(({ town, kind }) => [town, kind])).toEqual([
      ['440785001', 'urban'],
      ['440785103', 'rural'],
    ])
  })
})

it('peaks lie in the days before a holiday and in the evening', () => {
  const quiet = Array.from({ length: 120 }, (_, n) =>
    event(day('2025-10-20').add({ days: n }).toString(), { hour: n % 24 }),
  )
  const rush = Array.from({ length: 60 }, (_, n) =>
    event(
      day('2026-02-08')
        .add({ days: n % 6 })
        .toString(),
    ),
  )
  const peaks = peaksOf([...quiet, ...rush], { asOf, calendar: chinaCalendar, policy })
  const high = peaks.filter(({ between }) => between[0] > 1).map(({ by, name }) => `${by} ${name}`)
  expect(high).toContain('holiday 节前 7 日')
  expect(high).toContain('hour 21–24 时')
  expect(high).not.toContain('holiday 平日')
})

describe('hot spots of a lake', () => {
  let engine: Engine
  beforeAll(async () => {
    engine = await openEngine({ memory: '256MB' })
  })
  afterAll(() => engine.close())
  const ask = () => findHotspots({ engine, asOf, policy, calendar: chinaCalendar })

  it('come from cases, clues and finds, by their own place or their shop', async () => {
    const place = { lng: 112.31, lat: 22.185, crs: 'WGS84' }
    await layTables(engine, {
      retailers: Array.from({ length: 9 }, (_, n) => ({
        ...{ licence_no: `44078510000${n + 1}`, area_code: '440785103', status: 'valid' },
        ...{ lng: 112.44 - n / 50, lat: 22.345 },
      })),
      cases: [
        { case_no: 'A1', filed_at: at(24, 21), case_type: '无证运输', ...place },
        { case_no: 'A2', filed_at: at(40, 21), case_type: '无证运输', ...place },
      ],
      clues: [
        { clue_id: 'C1', received_at: '2026-03-28T00:00:00+08:00', source: 'hotline', licence_no: '440785100001' },
      ],
      carton_finds: [
        { found_at: at(25, 21), code32: 'x' },
        { found_at: at(25, 21), code32: 'y', area_code: '440100', lng: 113.26, lat: 23.13, crs: 'WGS84' },
      ],
    })
    const report = await ask()
    expect(report.rows[0]).toEqual({
      cell: market,
      weekday: 2,
      hourFrom: 21,
      hourTo: 24,
      score: 1,
      rank: 1,
      reasons: ['H01'],
    })
    expect(report.rows.some(({ reasons }) => reasons.includes('H03'))).toBe(true)
    expect(report).toMatchObject({ unplaced: 1, outside: 1, missing: [] })
    expect(report.places.find(({ cell }) => cell === market)?.reasons).toEqual(['H01'])
    expect(await ask()).toEqual(report)
  })

  it('are none where nothing is known, and the files are named', async () => {
    await layTables(engine, {})
    expect(await ask()).toMatchObject({ rows: [], peaks: [], missing: ['cases', 'clues', 'carton_finds', 'retailers'] })
  })
})
