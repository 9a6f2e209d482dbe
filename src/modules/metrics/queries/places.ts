import { sql } from 'kysely'
import type { Moment } from '#kernel/dates'
import type { Position } from '#kernel/position'
import type { Tx } from '#platform/database'

export interface PointPlace extends Position {
  readonly code: string
  readonly name: string
  readonly kind: string
  readonly areaCode: string
  readonly working: boolean
}

/** Every service point and whether it works: halls and village offices do; a terminal that is in use and was heard lately. */
export async function listPoints(
  tx: Tx,
  { at, workingHours }: { readonly at: Moment; readonly workingHours: number },
): Promise<readonly PointPlace[]> {
  const since = at.instant.subtract({ minutes: Math.round(workingHours * 60) }).toString()
  const { rows } = await sql<PointPlace>`
    select p.code, p.name, p.kind, p.area_code, p.lng, p.lat,
      p.kind <> 'kiosk' or coalesce(t.state = 'active' and u.seen_at > ${since}::timestamptz, false) as working
    from registry.published_service_point p
    left join access.published_terminal t on t.code = p.code
    left join access.published_terminal_pulse u on u.terminal_id = t.id
    order by p.code`.execute(tx)
  return rows
}

export interface ShopPlace extends Position {
  readonly licenceNo: string
  readonly areaCode: string
  readonly shopName: string
  /** Under a licence that lives one may trade, or come back to trade. */
  readonly live: boolean
}

/** Shops with a place, whatever became of the licence: past applications ask for their way too. */
export async function listShopPlaces(tx: Tx): Promise<readonly ShopPlace[]> {
  const { rows } = await sql<ShopPlace>`
    select licence_no, area_code, shop_name, licence_state in ('valid', 'suspended', 'rectifying', 'expiredPending') as live, lng, lat
    from registry.published_retailer where lng is not null`.execute(tx)
  return rows
}
