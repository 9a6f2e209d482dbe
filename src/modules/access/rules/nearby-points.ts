import { distanceMetres } from '#kernel/position'
import type { NearbyPoint } from '../contract/fleet.ts'
import { openSince } from './opening-hours.ts'
import type { ServicePointTold } from './points/service-point.ts'

/** Two at most: the nearest that is open and works now, and the nearest of all that are not out of order. */
export function chooseNearby(
  points: readonly ServicePointTold[],
  { code, now }: { readonly code: string; readonly now: Temporal.Instant },
): NearbyPoint[] {
  const here = points.find(point => point.code === code)
  if (here === undefined) return []
  const all = points
    .filter(point => point !== here && point.terminal?.standing !== 'notWorking')
    .map(({ name, hours, ...at }) => ({ name, metres: Math.round(distanceMetres(here, at)), hours }))
    .toSorted((one, other) => one.metres - other.metres)
  const open = all.find(({ hours }) => hours !== null && openSince(hours, now) !== undefined)
  const nearest = all[0]
  return [open, nearest === open ? undefined : nearest].filter(point => point !== undefined)
}
