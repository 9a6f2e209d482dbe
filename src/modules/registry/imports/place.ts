import Type from 'typebox'
import type { Position } from '#kernel/position'
import { toWgs84 } from '#kernel/position'
import { ok, type Result, refuse } from '#kernel/refusal'
import { bySchema, oneOf, optional } from '#platform/csv'

/** Reads of the three columns that say where something is; swapped degrees fall out of the latitude's range. */
export const readLng = bySchema(Type.Number({ minimum: -180, maximum: 180 }), '-180 至 180 的经度')
export const readLat = bySchema(Type.Number({ minimum: -90, maximum: 90 }), '-90 至 90 的纬度')
export const crsColumn = optional(oneOf(['WGS84', 'GCJ02', 'BD09', 'CGCS2000']))

type Crs = 'WGS84' | 'GCJ02' | 'BD09' | 'CGCS2000'

/** Stored as WGS-84, to 7 decimals (about a centimetre), so that a second conversion of the same text gives the same row. */
export function wgs84({ lng, lat, crs = 'WGS84' }: Position & { readonly crs?: Crs | undefined }): Position {
  const place = toWgs84({ lng, lat }, crs)
  return { lng: rounded(place.lng), lat: rounded(place.lat) }
}

const rounded = (degrees: number): number => Math.round(degrees * 1e7) / 1e7

/** Both degrees or none; with one alone nobody knows where the place is. */
export function optionalPlace(cells: {
  readonly lng: number | undefined
  readonly lat: number | undefined
  readonly crs: Crs | undefined
}): Result<Position | null, 'positionHalf'> {
  const { lng, lat, crs } = cells
  if (lng === undefined && lat === undefined) return ok(null)
  if (lng === undefined || lat === undefined)
    return refuse('positionHalf', { column: lng === undefined ? 'lng' : 'lat' })
  return ok(wgs84({ lng, lat, crs }))
}
