import { cellToLatLng } from 'h3-js'
import { sql } from 'kysely'
import type { Static } from 'typebox'
import type { Tx } from '#platform/database'
import type { AlertPoint, routes } from '../contract.ts'
import { whereOf } from './alerts.ts'

/** More points than this help nobody; the strongest are drawn. */
const most = 3_000

type Row = Omit<AlertPoint, 'lng' | 'lat' | 'near'> & {
  readonly lng: number | null
  readonly lat: number | null
  readonly townLng: number | null
  readonly townLat: number | null
}

/**
 * 预警在图上: a shop stands where the register says, a hot place in the middle of its cell, a vehicle or a vessel where it was seen;
 * of parcels, telephones and accounts only the town is known.
 */
export async function mapAlerts(
  tx: Tx,
  filters: Static<typeof routes.mapAlerts.query>,
): Promise<Static<typeof routes.mapAlerts.reply>> {
  const { rows } = await sql<Row>`
    select a.id, a.subject_kind, a.subject, r.shop_name as name, a.score, coalesce(a.lng, r.lng) as lng, coalesce(a.lat, r.lat) as lat,
      t.lng as town_lng, t.lat as town_lat
    from monitoring.alert a
    left join registry.published_retailer r on a.subject_kind = 'retailer' and r.licence_no = a.subject
    left join registry.published_area t on t.code = left(a.area_code, 9)
    where ${whereOf(filters)} order by a.score desc, a.id limit ${most}`.execute(tx)
  const points = rows.flatMap((row): AlertPoint[] => {
    const { lng, lat, townLng, townLat, ...alert } = row
    if (alert.subjectKind === 'place') {
      const [cellLat, cellLng] = cellToLatLng(alert.subject)
      return [{ ...alert, lng: cellLng, lat: cellLat, near: false }]
    }
    if (lng !== null && lat !== null) return [{ ...alert, lng, lat, near: false }]
    return townLng === null || townLat === null ? [] : [{ ...alert, lng: townLng, lat: townLat, near: true }]
  })
  return { points, unplaced: rows.length - points.length }
}
