import type { Moment } from '#kernel/dates'
import type { Position } from '#kernel/position'
import type { Tx } from '#platform/database'
import { metricsPolicy } from '../policy.ts'
import { listPoints, listShopPlaces } from '../queries/places.ts'
import { nearestOf } from '../rules/nearest.ts'
import { type ReachRow, saveReach } from '../store/reach.ts'

/** 服务圈: the nearest points of every shop, reckoned anew from the register and the terminals' heartbeats; only what changed is written. */
export async function reckonReach(tx: Tx, at: Moment): Promise<{ readonly changed: number }> {
  const points = await listPoints(tx, { at, workingHours: metricsPolicy(at.today).workingHours })
  const any = nearestOf(points)
  const working = nearestOf(points.filter(point => point.working))
  const hall = nearestOf(points.filter(({ kind }) => kind === 'hall'))
  const shops = await listShopPlaces(tx)
  const rows = shops.map((shop): ReachRow => {
    const from: Position = { lng: shop.lng, lat: shop.lat }
    const [nearest, works] = [any(from), working(from)]
    return {
      ...shop,
      nearestCode: nearest?.point.code ?? null,
      nearestMetres: rounded(nearest?.metres),
      workingCode: works?.point.code ?? null,
      workingMetres: rounded(works?.metres),
      hallMetres: rounded(hall(from)?.metres),
    }
  })
  return { changed: await saveReach(tx, rows, at) }
}

/** To the decimetre: so that a row that did not change is the same row. */
const rounded = (metres: number | undefined): number | null =>
  metres === undefined ? null : Math.round(metres * 10) / 10
