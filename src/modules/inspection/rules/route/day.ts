import { distanceMetres, type Position } from '#kernel/position'
import type { RouteNode, RouteProblem } from './problem.ts'
import { type SearchSetting, searchRoutes } from './search.ts'

/** One visit of a pair's day. */
export interface DayStop {
  readonly taskId: string
  readonly position: Position | null
  /** Minutes of the day between which the visit may begin: office hours, or when the shop is open outside them. */
  readonly open: number
  readonly close: number
  /** What must not fall out when the day is too short. */
  readonly priority: number
}

export interface DaySetting {
  /** Where the pair sets out and comes back to. */
  readonly start: Position
  readonly dayFrom: number
  readonly dayTo: number
  readonly visitMinutes: number
  readonly metresPerMinute: number
}

interface PlannedStop {
  readonly taskId: string
  readonly way: number
  readonly arrive: number
  /** Waiting for the shop to open, or for the hours of the task. */
  readonly begin: number
  readonly leave: number
}

export interface DayRoute {
  readonly stops: readonly PlannedStop[]
  readonly back: number
  /** No time left for these. */
  readonly absent: readonly string[]
  /** Shops without a position: somewhere in between, as the pair sees fit. */
  readonly unplaced: readonly string[]
}

/** A walk is longer than the line; a road too. */
const detour = 1.35
/** Looks at the search's clock, 32 rounds each, about a tenth of a second: the same day gives the same route on any machine. */
const looks = 120

/** How the route of a day is searched: by a count of its own instead of a clock. */
export function daySearch(): SearchSetting {
  let look = 0
  return { seed: 1, now: () => look++, milliseconds: looks }
}

/** 当日路线 of one pair: opening hours, ways and priorities over the approved tasks of the day, by the solver of `yzt route`. */
export function routeOfDay(stops: readonly DayStop[], setting: DaySetting): DayRoute {
  const placed = stops.flatMap(({ position, ...stop }) => (position === null ? [] : [{ ...stop, position }]))
  const unplaced = stops.filter(({ position }) => position === null).map(({ taskId }) => taskId)
  const places = [setting.start, ...placed.map(({ position }) => position)]
  const minutes = (from: Position, to: Position) =>
    Math.ceil((distanceMetres(from, to) * detour) / setting.metresPerMinute)
  const way = Float64Array.from(places.flatMap(from => places.map(to => minutes(from, to))))
  const depot: RouteNode = { x: 0, y: 0, service: 0, open: setting.dayFrom, close: setting.dayTo, demand: 0, profit: 0 }
  const nodes = [
    depot,
    ...placed.map(({ open, close, priority }) => ({
      ...depot,
      service: setting.visitMinutes,
      open,
      close,
      profit: priority,
    })),
  ]
  const problem: RouteProblem = { goal: 'best', nodes, vehicles: 1, capacity: 1, way }
  const found = searchRoutes(problem, daySearch())
  const order = found.routes[0] ?? []
  const n = places.length
  let at = setting.dayFrom
  let here = 0
  const planned = order.map(node => {
    const gone = way[here * n + node] ?? 0
    const arrive = at + gone
    const begin = Math.max(arrive, nodes[node]?.open ?? 0)
    at = begin + setting.visitMinutes
    here = node
    return { taskId: placed[node - 1]?.taskId ?? '', way: gone, arrive, begin, leave: at }
  })
  return {
    stops: planned,
    back: at + (way[here * n] ?? 0),
    absent: found.absent.map(node => placed[node - 1]?.taskId ?? ''),
    unplaced,
  }
}
