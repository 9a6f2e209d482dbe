import type { HolidayCalendar } from '#kernel/working-days'
import type { Engine } from '../lake/engine.ts'
import { checkForecasts, type HotspotCheck } from './check.ts'
import { type Drift, driftOf } from './drift.ts'
import { hotspotReasons } from './event.ts'
import { forecast, type Heat } from './forecast.ts'
import { gatherEvents } from './gather.ts'
import { blocksOf } from './hours.ts'
import { type Peak, peaksOf } from './peaks.ts'
import type { HotspotPolicy } from './policy.ts'

export { hotspotReasons } from './event.ts'
export { type HotspotPolicy, hotspotPolicy } from './policy.ts'

/** A line of `hotspots.csv`. Weekday 1 = Monday; `hourTo` is not included. */
interface Hotspot {
  readonly cell: string
  readonly weekday: number
  readonly hourFrom: number
  readonly hourTo: number
  readonly score: number
  readonly rank: number
  readonly reasons: readonly string[]
}

export interface HotspotReport {
  readonly rows: readonly Hotspot[]
  readonly check: HotspotCheck
  readonly peaks: readonly Peak[]
  readonly drift: Drift
  /** Events without any place: they count in the peaks only. */
  readonly unplaced: number
  readonly outside: number
  /** The hottest cells of the week as a whole. */
  readonly places: readonly HotPlace[]
  readonly missing: readonly string[]
}

/** One cell over the coming week: how many events to expect, when most, and what happened around it. */
export interface HotPlace {
  readonly cell: string
  /** The town of its shops, else of its events. */
  readonly town: string | undefined
  readonly expected: number
  readonly when: readonly { readonly weekday: number; readonly hourFrom: number; readonly hourTo: number }[]
  readonly reasons: readonly string[]
}

export interface HotspotAsk {
  readonly engine: Engine
  readonly asOf: Temporal.PlainDate
  readonly policy: HotspotPolicy
  readonly calendar: HolidayCalendar
  /** A relation `raised_at, area_code, licence_no` of alerts, where there is one. */
  readonly alerts?: string
}

/** 热点: where and when to look in the seven days after `asOf`, with what such forecasts were worth lately. */
export async function findHotspots({ engine, asOf, policy, calendar, alerts }: HotspotAsk): Promise<HotspotReport> {
  const { events, studyCells, shops, areas, outside, missing } = await gatherEvents(engine, {
    asOf,
    resolution: policy.cellResolution,
    county: policy.county,
    ...(alerts === undefined ? {} : { alerts }),
  })
  const week = [1, 2, 3, 4, 5, 6, 7].flatMap(ahead => {
    const day = asOf.add({ days: ahead })
    return forecast(events, day, policy, shops)
      .filter(({ by }) => Object.keys(by).length > 0)
      .map(heat => ({ ...heat, weekday: day.dayOfWeek }))
  })
  return {
    rows: rowsOf(week, policy),
    places: placesOf(week, areas, policy),
    check: checkForecasts(events, { asOf, studyCells: studyCells.size, shops, policy }),
    peaks: peaksOf(events, { asOf, calendar, policy }),
    drift: driftOf(events, asOf, policy),
    unplaced: events.filter(({ cell }) => cell === undefined).length,
    outside,
    missing,
  }
}

type WeekHeat = Heat & { readonly weekday: number }

function rowsOf(week: readonly WeekHeat[], policy: HotspotPolicy): Hotspot[] {
  const hottest = Math.max(...week.map(({ heat }) => heat), 0)
  return week
    .toSorted(byHeat)
    .slice(0, policy.rows)
    .map((heat, n) => ({
      cell: heat.cell,
      ...timeOf(heat, policy),
      score: Math.round((heat.heat / hottest) * 1e4) / 1e4,
      rank: n + 1,
      reasons: reasonsOf(heat),
    }))
}

const byHeat = (a: WeekHeat, b: WeekHeat): number =>
  b.heat - a.heat || (a.cell === b.cell ? a.weekday - b.weekday || a.block - b.block : a.cell < b.cell ? -1 : 1)

const timeOf = ({ weekday, block }: WeekHeat, policy: HotspotPolicy) => ({
  weekday,
  hourFrom: block * policy.blockHours,
  hourTo: block === blocksOf(policy) - 1 ? 24 : (block + 1) * policy.blockHours,
})

/** How many of the times of a cell a person is told. */
const timesTold = 3

function placesOf(week: readonly WeekHeat[], areas: ReadonlyMap<string, string>, policy: HotspotPolicy): HotPlace[] {
  return [...Map.groupBy(week, ({ cell }) => cell)]
    .map(([cell, heats]) => {
      const hottest = heats.toSorted(byHeat)
      return {
        cell,
        town: areas.get(cell),
        expected: heats.reduce((sum, { expected }) => sum + expected, 0),
        when: hottest.slice(0, timesTold).map(heat => timeOf(heat, policy)),
        reasons: hottest[0] === undefined ? [] : reasonsOf(hottest[0]),
      }
    })
    .toSorted((a, b) => b.expected - a.expected || (a.cell < b.cell ? -1 : 1))
    .slice(0, policy.rows)
}

/** The kinds of event behind the heat, strongest first; what gives less than a tenth is not named. */
function reasonsOf({ by }: Heat): string[] {
  const kinds = Object.keys(hotspotReasons) as (keyof typeof hotspotReasons)[]
  const all = kinds.reduce((sum, kind) => sum + (by[kind] ?? 0), 0)
  return kinds
    .filter(kind => (by[kind] ?? 0) > 0 && (by[kind] ?? 0) >= all / 10)
    .toSorted((a, b) => (by[b] ?? 0) - (by[a] ?? 0))
    .map(kind => hotspotReasons[kind].code)
}
