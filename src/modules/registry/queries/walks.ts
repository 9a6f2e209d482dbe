import { sql } from 'kysely'
import type { Position } from '#kernel/position'
import type { Gate, Walk } from '#kernel/school-distance'
import type { Tx } from '#platform/database'
import type { WalkMethod } from '../rules/walk.ts'

export interface SchoolGate extends Gate {
  readonly school: string
}

/** Where a shop's door is; undefined outside the asker's areas. */
export async function findDoor(tx: Tx, licenceNo: string) {
  const { rows } = await sql<{ areaCode: string; door: Position | null }>`
    select p.area_code, case when p.lng is null then null else jsonb_build_object('lng', p.lng, 'lat', p.lat) end as door
    from registry.retailer r join registry.premises p on p.retailer_id = r.id where r.licence_no = ${licenceNo}`.execute(
    tx,
  )
  return rows[0]
}

export async function findGate(tx: Tx, schoolId: string, gate: string): Promise<Position | undefined> {
  const { rows } = await sql<Position>`
    select lng, lat from registry.school_gate where school_id = ${schoolId} and name = ${gate}`.execute(tx)
  return rows[0]
}

/** 可以参加测量的工作人员. */
export async function listMeasurers(tx: Tx) {
  const { rows } = await sql<{ id: string; name: string; roles: string[] }>`
    select id::text, name, roles from access.published_staff
    where state = 'active' and roles && array['inspector', 'verifier'] order by name`.execute(tx)
  return rows
}

/** All gates of the county: a few hundred. */
export async function listGates(tx: Tx): Promise<readonly SchoolGate[]> {
  const { rows } = await sql<SchoolGate>`
    select school_id, school, kind, gate, lng, lat from registry.published_school_gate order by school_id, gate`.execute(
    tx,
  )
  return rows
}

export interface WalkRow extends Walk {
  readonly id: string
  readonly licenceNo: string | null
  readonly method: WalkMethod
  readonly measuredOn: string
  readonly officers: readonly string[]
  readonly officerIds: readonly string[]
  readonly note: string
  readonly photos: readonly string[]
  readonly digest: string
  readonly recordedBy: string
  readonly recordedById: string
  readonly confirmedBy: string | null
}

/** Measured walks, newest first; those that one officer alone has signed are there too and count nothing. */
export async function listWalks(
  tx: Tx,
  of: { readonly licenceNo?: string; readonly applicationNo?: string } = {},
): Promise<readonly WalkRow[]> {
  const { rows } = await sql<WalkRow>`
    select w.id::text, w.licence_no, w.school_id, w.gate, w.metres::float8 as metres, w.method, w.measured_on, w.note, w.photos, w.digest,
      (select array_agg(s.name order by s.name) from access.published_staff s where s.id = any(w.officers)) as officers,
      w.officers::text[] as officer_ids, coalesce(first.name, '') as recorded_by, w.recorded_by::text as recorded_by_id,
      case when w.confirmed_by is null then null else coalesce(second.name, '') end as confirmed_by,
      case when w.door_lng is null then null else jsonb_build_object('lng', w.door_lng, 'lat', w.door_lat) end as door,
      jsonb_build_object('lng', w.gate_lng, 'lat', w.gate_lat) as gate_at
    from registry.school_walk w
    left join access.published_staff first on first.id = w.recorded_by
    left join access.published_staff second on second.id = w.confirmed_by
    where (${of.licenceNo ?? null}::text is null or w.licence_no = ${of.licenceNo ?? null})
      and (${of.applicationNo ?? null}::text is null or w.application_no = ${of.applicationNo ?? null})
    order by w.measured_on desc, w.recorded_at desc`.execute(tx)
  return rows
}

/** Both officers have signed. */
export const counts = (walk: Pick<WalkRow, 'confirmedBy'>): boolean => walk.confirmedBy !== null
