import type { HolidayCalendar } from '#kernel/working-days'
import type { Engine } from '../lake/engine.ts'
import { checkForecasts, type HotspotCheck } from './check.ts'
import { type Drift, driftOf } from './drift.ts'
import { hotspotReasons } from './event.ts'
import { blocksOf, forecast, type Heat } from './forecast.ts'
import { gatherEvents } from './gather.ts'
import { type Peak, peaksOf } from './peaks.ts'
import type { HotspotPolicy } from './policy.ts'

export { type HotspotPolicy, hotspotPolicy } from './policy.ts'

/** A line of `hotspots.csv`. Weekday 1 = Monday; `hourTo` is not included. */
export interface Hotspot {
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
  readonly missing: readonly string[]
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
  const { events, studyCells, missing } = await gatherEvents(engine, {
    asOf,
    resolution: policy.cellResolution,
    ...(alerts === undefined ? {} : { alerts }),
  })
  const week = [1, 2, 3, 4, 5, 6, 7].flatMap(ahead => {
    const day = asOf.add({ days: ahead })
    return forecast(events, day, policy).map(heat => ({ ...heat, weekday: day.dayOfWeek }))
  })
  return {
    rows: rowsOf(week, policy),
    check: checkForecasts(events, { asOf, studyCells: studyCells.size, policy }),
    peaks: peaksOf(events, { asOf, calendar, policy }),
    drift: driftOf(events, asOf, policy),
    unplaced: events.filter(({ cell }) => cell === undefined).length,
    missing,
  }
}

function rowsOf(week: readonly (Heat & { readonly weekday: number })[], policy: HotspotPolicy): Hotspot[] {
  const hottest = Math.max(...week.map(({ heat }) => heat), 0)
  const order = (a: (typeof week)[number], b: (typeof week)[number]) =>
    b.heat - a.heat || (a.cell === b.cell ? a.weekday - b.weekday || a.block - b.block : a.cell < b.cell ? -1 : 1)
  return week
    .toSorted(order)
    .slice(0, policy.rows)
    .map((heat, n) => ({
      cell: heat.cell,
      weekday: heat.weekday,
      hourFrom: heat.block * policy.blockHours,
      hourTo: heat.block === blocksOf(policy) - 1 ? 24 : (heat.block + 1) * policy.blockHours,
      score: Math.round((heat.heat / hottest) * 1e4) / 1e4,
      rank: n + 1,
      reasons: reasonsOf(heat),
    }))
}

/** The kinds of event behind the heat, strongest first; what gives less than a tenth is not named. */
function reasonsOf({ by, heat }: Heat): string[] {
  const kinds = Object.keys(hotspotReasons) as (keyof typeof hotspotReasons)[]
  return kinds
    .filter(kind => (by[kind] ?? 0) >= heat / 10)
    .toSorted((a, b) => (by[b] ?? 0) - (by[a] ?? 0))
    .map(kind => hotspotReasons[kind].code)
}
