import { distanceMetres, type Position } from '#kernel/position'
import type { NearbyPoint, TerminalSettings } from '../contract/fleet.ts'
import { openSince } from './opening-hours.ts'

export interface PointAround {
  readonly name: string
  readonly here: Position
  readonly there: Position
  /** The terminal in service there, if any: only its hours are known to us. */
  readonly terminal: string | null
  readonly settings: TerminalSettings | null
}

/** Two at most: the nearest that is open now, and the nearest of all. Points come nearest first. */
export function chooseNearby(
  points: readonly PointAround[],
  { now, policy }: { readonly now: Temporal.Instant; readonly policy: { readonly usual: TerminalSettings } },
): NearbyPoint[] {
  const all = points.map(({ name, here, there, terminal, settings }) => {
    const { opensAt, closesAt, openDays } = settings ?? policy.usual
    const openNow = openSince({ opensAt, closesAt, openDays }, now) !== undefined
    return {
      name,
      metres: Math.round(distanceMetres(here, there)),
      hours: terminal === null ? null : { opensAt, closesAt, openDays, openNow },
    }
  })
  const open = all.find(({ hours }) => hours?.openNow === true)
  const nearest = all[0]
  return [open, nearest === open ? undefined : nearest].filter(point => point !== undefined)
}
