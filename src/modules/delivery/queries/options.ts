import { sql } from 'kysely'
import type { Tx } from '#platform/database'

export interface Depot {
  readonly code: string
  readonly name: string
  readonly areaCode: string
  readonly lng: number
  readonly lat: number
}

/** 出发点: a service point of the register. */
export async function findDepot(tx: Tx, code: string): Promise<Depot | undefined> {
  const { rows } = await sql<Depot>`
    select code, name, area_code, lng, lat from registry.published_service_point where code = ${code}`.execute(tx)
  return rows[0]
}

export async function listDepots(tx: Tx): Promise<Depot[]> {
  const { rows } = await sql<Depot>`
    select code, name, area_code, lng, lat from registry.published_service_point
    order by case kind when 'hall' then 0 when 'village' then 1 else 2 end, code`.execute(tx)
  return rows
}

export interface CourierName {
  readonly id: string
  readonly name: string
}

export async function listCouriers(tx: Tx): Promise<CourierName[]> {
  const { rows } = await sql<CourierName>`
    select id, name from access.published_staff where state = 'active' and 'courier' = any(roles) order by name`.execute(
    tx,
  )
  return rows
}

export async function findCourier(tx: Tx, id: string): Promise<CourierName | undefined> {
  const { rows } = await sql<CourierName>`
    select id, name from access.published_staff
    where id = ${id} and state = 'active' and 'courier' = any(roles)`.execute(tx)
  return rows[0]
}

/** 送达人 as the receipt names him. */
export async function staffName(tx: Tx, id: string): Promise<string> {
  const { rows } = await sql<CourierName>`select id, name from access.published_staff where id = ${id}`.execute(tx)
  return rows[0]?.name ?? '工作人员'
}
