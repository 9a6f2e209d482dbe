import { foldWidth } from './fold-width.ts'
import { gcj02ToBd09, inChinaBox, wgs84ToGcj02 } from './map-offsets.ts'
import { ok, type Result, refuse } from './refusal.ts'

/**
 * 坐标系. We store WGS-84 and convert at the edge: Chinese maps draw in GCJ-02, Baidu in BD-09.
 * CGCS2000 differs from WGS-84 by centimetres, which is nothing at the accuracy of a shop door.
 */
export type Crs = 'WGS84' | 'GCJ02' | 'BD09' | 'CGCS2000'

/** Degrees; WGS-84 unless a function says otherwise. */
export interface Position {
  readonly lng: number
  readonly lat: number
}

/** Reads numbers or decimal text. Longitude and latitude out of range (often swapped) are refused. */
export function parsePosition(input: {
  readonly lng: number | string
  readonly lat: number | string
}): Result<Position, 'positionInvalid'> {
  const lng = degrees(input.lng)
  const lat = degrees(input.lat)
  return Math.abs(lng) <= 180 && Math.abs(lat) <= 90 ? ok({ lng, lat }) : refuse('positionInvalid')
}

function degrees(value: number | string): number {
  if (typeof value === 'number') return value
  const text = foldWidth(value).trim()
  return /^-?\d{1,3}(?:\.\d+)?$/u.test(text) ? Number(text) : Number.NaN
}

const meanEarthRadius = 6_371_008.8

/** Great-circle distance in metres (haversine): a straight line, never more than the walking path. */
export function distanceMetres(a: Position, b: Position): number {
  const radians = (value: number) => (value * Math.PI) / 180
  const halfLat = Math.sin(radians(b.lat - a.lat) / 2)
  const halfLng = Math.sin(radians(b.lng - a.lng) / 2)
  const h = halfLat * halfLat + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * halfLng * halfLng
  return 2 * meanEarthRadius * Math.asin(Math.min(1, Math.sqrt(h)))
}

/** From WGS-84 to what a map of `crs` expects. Outside the China box positions are unchanged. */
export function fromWgs84(position: Position, crs: Crs): Position {
  if (crs === 'WGS84' || crs === 'CGCS2000' || !inChinaBox(position)) return position
  const gcj = wgs84ToGcj02(position)
  return crs === 'GCJ02' ? gcj : gcj02ToBd09(gcj)
}

/** From coordinates in `crs` back to WGS-84, exact to better than 1e-7 degrees (about 1 cm). */
export function toWgs84(position: Position, crs: Crs): Position {
  if (crs === 'WGS84' || crs === 'CGCS2000' || !inChinaBox(position)) return position
  const gcj = crs === 'GCJ02' ? position : inverse(gcj02ToBd09, position)
  return inverse(wgs84ToGcj02, gcj)
}

/**
 * The offsets change slowly (by less than a hundredth per unit), so that subtracting the remaining error
 * gains two digits or more each round. Ten rounds are more than a double can hold.
 */
function inverse(offset: (position: Position) => Position, target: Position): Position {
  let { lng, lat } = target
  for (let round = 0; round < 10; round += 1) {
    const reached = offset({ lng, lat })
    lng += target.lng - reached.lng
    lat += target.lat - reached.lat
  }
  return { lng, lat }
}
