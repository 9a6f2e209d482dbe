import { type RawBuilder, sql } from 'kysely'
import type { Static } from 'typebox'
import { maskName } from '#kernel/masking'
import { distanceMetres, type Position } from '#kernel/position'
import type { Tx } from '#platform/database'
import type { AreaView, RetailerRow, RetailerView, routes } from './contract.ts'
import { type RenewalFacts, renewalFacts } from './facts.ts'

const positionOf = (alias: 'a' | 'p') =>
  sql`case when ${sql.ref(alias)}.lng is null then null
    else jsonb_build_object('lng', ${sql.ref(alias)}.lng, 'lat', ${sql.ref(alias)}.lat) end`

/** County first, then by code: the order in which people list the towns. */
export async function listAreas(tx: Tx): Promise<AreaView[]> {
  const { rows } = await sql<AreaView>`
    select code, name, kind, parent_code, ${positionOf('a')} as position
    from registry.area a order by length(code), code`.execute(tx)
  return rows
}

export type RetailerSearch = Static<typeof routes.listRetailers.query>

/** 零售户列表: one page and the number of all, within the reader's scope. */
export async function listRetailers(tx: Tx, search: RetailerSearch): Promise<{ items: RetailerRow[]; total: number }> {
  const where = conditions(search)
  const { rows } = await sql<RetailerRow & { operatorName: string }>`
    select r.licence_no, r.shop_name, r.operator_name, coalesce(r.phone_masked, '') as phone_masked, p.address,
      r.area_code, coalesce(town.name, '') as town_name, r.business_format, r.licence_state as state, r.valid_to,
      ${positionOf('p')} as position
    from registry.retailer r join registry.premises p on p.retailer_id = r.id
    left join registry.area town on town.code = left(r.area_code, 9)
    where ${where} order by r.licence_no
    limit ${search.size} offset ${(search.page - 1) * search.size}`.execute(tx)
  const count = await sql<{ total: number }>`
    select count(*) as total from registry.retailer r join registry.premises p on p.retailer_id = r.id
    where ${where}`.execute(tx)
  const items = rows.map(({ operatorName, ...row }) => ({ ...row, operatorNameMasked: maskName(operatorName) }))
  return { items, total: count.rows[0]?.total ?? 0 }
}

/** Plain `ilike`: row security keeps trigram indexes unused (their operators may leak), and a county is a few ms. */
function conditions({ search, town, state, format, expiresBefore }: RetailerSearch): RawBuilder<unknown> {
  const parts = [sql`true`]
  const pattern = search?.trim().replace(/[\\%_]/gu, '\\$&')
  if (pattern)
    parts.push(
      sql`(r.shop_name ilike ${`%${pattern}%`} or r.licence_no like ${`%${pattern}%`} or p.address ilike ${`%${pattern}%`})`,
    )
  if (town) parts.push(sql`left(r.area_code, ${town.length}) = ${town}`)
  if (state) parts.push(sql`r.licence_state = ${state}`)
  if (format) parts.push(sql`r.business_format = ${format}`)
  if (expiresBefore) parts.push(sql`r.valid_to < ${expiresBefore}::date`)
  return sql.join(parts, sql` and `)
}

/** 一户一页, masked. The nearest gate is a hint: the legal distance is measured on foot by two officers. */
export async function findRetailerView(tx: Tx, licenceNo: string): Promise<RetailerView | undefined> {
  const facts = await renewalFacts(tx, licenceNo)
  if (facts === undefined) return undefined
  const { operatorName, operatorIndex: _, phoneSealed: __, addressKey: ___, supplier: ____, ...shown } = facts.retailer
  const gate = nearestGate(facts)
  return {
    ...shown,
    scope: [...shown.scope],
    phoneMasked: shown.phoneMasked ?? '',
    operatorNameMasked: maskName(operatorName),
    state: shown.licenceState,
    nearestGate: gate,
    sameAddress: [...facts.othersAtAddress],
    sameOperator: [...facts.othersOfOperator],
  }
}

function nearestGate({ retailer: { position }, gates }: RenewalFacts): RetailerView['nearestGate'] {
  if (position === null) return null
  const lines = gates.map(({ school, gate, kind, ...at }) => ({
    ...{ school, gate, kind },
    metres: Math.floor(distanceMetres(position, at)),
  }))
  return lines.toSorted((a, b) => a.metres - b.metres)[0] ?? null
}

export type MapPoints = Static<typeof routes.mapPoints.reply>

/** 地图点位: shops of the reader's areas, all gates and service points. */
export async function mapPoints(tx: Tx): Promise<MapPoints> {
  const shops = await sql<MapPoints['shops'][number]>`
    select r.licence_no, r.shop_name as name, r.licence_state as state, r.area_code, p.lng, p.lat
    from registry.retailer r join registry.premises p on p.retailer_id = r.id
    where p.lng is not null order by r.licence_no`.execute(tx)
  const gates = await sql<MapPoints['gates'][number]>`
    select school, gate, kind, lng, lat from registry.published_school_gate order by school_id, gate`.execute(tx)
  const servicePoints = await sql<MapPoints['servicePoints'][number]>`
    select code, name, kind, lng, lat from registry.service_point order by code`.execute(tx)
  return { shops: shops.rows, gates: gates.rows, servicePoints: servicePoints.rows }
}

type NearPoint = Static<typeof routes.nearestServicePoints.reply>['items'][number]

/**
 * The five nearest service points in a straight line. A box of about 20 km is looked through first; only where it holds
 * fewer than five, all of them are.
 */
export async function nearestServicePoints(tx: Tx, place: Position): Promise<NearPoint[]> {
  const near = await pointsWithin(tx, place, 0.2)
  return near.length === 5 && near.every(point => point.metres < 20_000) ? near : pointsWithin(tx, place, 180)
}

async function pointsWithin(tx: Tx, { lng, lat }: Position, box: number): Promise<NearPoint[]> {
  const { rows } = await sql<NearPoint>`
    select code, name, kind, lng, lat, round(registry.metres(${lng}, ${lat}, lng, lat))::integer as metres
    from registry.service_point
    where lat between ${lat - box} and ${lat + box} and lng between ${lng - 2 * box} and ${lng + 2 * box}
    order by metres, code limit 5`.execute(tx)
  return rows
}
