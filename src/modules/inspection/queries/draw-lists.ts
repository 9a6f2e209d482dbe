import { sql } from 'kysely'
import type { Tx } from '#platform/database'

export interface ShopOnList {
  readonly id: string
  readonly stratum: string
  readonly area: string
}

/** 检查对象名录库: every shop that may trade today, by number, with its credit class (N without one) and town. */
export async function listShops(tx: Tx, areaCode: string): Promise<readonly ShopOnList[]> {
  const { rows } = await sql<ShopOnList>`
    select r.licence_no as id, coalesce(c.class, 'N') as stratum, r.town_code as area
    from registry.published_retailer r left join inspection.shop_class c on c.licence_no = r.licence_no
    where r.area_code like ${areaCode} || '%' and r.licence_state in ('valid', 'rectifying', 'expiredPending')
    order by r.licence_no collate "C"`.execute(tx)
  return rows
}

export interface OfficerOnList {
  readonly id: string
  readonly name: string
  readonly certificate: string
  readonly validTo: string
}

/** 执法检查人员名录库: inspectors whose enforcement certificate is valid today (行政处罚法第四十二条). */
export async function listOfficers(tx: Tx, today: string): Promise<readonly OfficerOnList[]> {
  const { rows } = await sql<OfficerOnList>`
    select id::text as id, name, certificate_no as certificate, certificate_to as valid_to
    from access.published_staff
    where state = 'active' and 'inspector' = any(roles) and certificate_from <= ${today}::date and certificate_to >= ${today}::date
    order by id::text collate "C"`.execute(tx)
  return rows
}

/** Inspectors without a valid certificate, for whom no visit may be drawn: shown, so that nobody is missed. */
export async function countUncertified(tx: Tx, today: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from access.published_staff where state = 'active' and 'inspector' = any(roles)
      and not coalesce(certificate_from <= ${today}::date and certificate_to >= ${today}::date, false)`.execute(tx)
  return rows[0]?.n ?? 0
}

interface InterestOnList {
  readonly officer: string
  readonly licenceNo: string | null
  readonly personIndex: string | null
  readonly by: string
}

/** 利害关系 on record that last on a day of the visits. */
export async function listInterests(
  tx: Tx,
  { visitsFrom, visitsTo }: { readonly visitsFrom: string; readonly visitsTo: string },
): Promise<readonly InterestOnList[]> {
  const { rows } = await sql<InterestOnList>`
    select staff_id::text as officer, licence_no, person_index, stated_by as by from access.published_interest
    where from_on <= ${visitsTo}::date and (to_on is null or to_on >= ${visitsFrom}::date)
    order by staff_id::text, licence_no, person_index`.execute(tx)
  return rows
}

export interface StaffName {
  readonly id: string
  readonly name: string
  readonly roles: readonly string[]
}

export async function listColleagues(tx: Tx): Promise<readonly StaffName[]> {
  const { rows } = await sql<StaffName>`
    select id::text as id, name, roles from access.published_staff where state = 'active' order by name`.execute(tx)
  return rows
}

export async function findColleague(tx: Tx, id: string): Promise<StaffName | undefined> {
  const { rows } = await sql<StaffName>`
    select id::text as id, name, roles from access.published_staff where state = 'active' and id::text = ${id}`.execute(
    tx,
  )
  return rows[0]
}

export async function findShopArea(tx: Tx, licenceNo: string): Promise<string | undefined> {
  const { rows } = await sql<{ areaCode: string }>`
    select area_code from registry.published_retailer where licence_no = ${licenceNo}`.execute(tx)
  return rows[0]?.areaCode
}
