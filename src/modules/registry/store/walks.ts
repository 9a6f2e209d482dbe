import { sql } from 'kysely'
import type { Position } from '#kernel/position'
import type { Tx } from '#platform/database'
import type { WalkAsked } from '../rules/walk.ts'

export interface NewWalk extends WalkAsked {
  readonly id: string
  readonly licenceNo: string | null
  readonly applicationNo: string | null
  readonly areaCode: string
  readonly door: Position | null
  readonly gateAt: Position
  readonly digest: string
  readonly recordedBy: string
  readonly recordedAt: string
  /** Both signed at once, on the telephone of the first. */
  readonly confirmed: { readonly by: string; readonly at: string } | null
}

export const insertWalk = (tx: Tx, w: NewWalk) =>
  sql`insert into registry.school_walk (id, licence_no, application_no, area_code, school_id, gate, metres, method, measured_on,
      door_lng, door_lat, gate_lng, gate_lat, photos, note, officers, digest, recorded_by, recorded_at, confirmed_by, confirmed_at)
    values (${w.id}, ${w.licenceNo}, ${w.applicationNo}, ${w.areaCode}, ${w.schoolId}, ${w.gate}, ${w.metres}, ${w.method},
      ${w.measuredOn}, ${w.door?.lng ?? null}, ${w.door?.lat ?? null}, ${w.gateAt.lng}, ${w.gateAt.lat}, ${[...w.photos]}, ${w.note},
      ${[...w.officers]}::uuid[], ${w.digest}, ${w.recordedBy}, ${w.recordedAt}, ${w.confirmed?.by ?? null}, ${w.confirmed?.at ?? null})`.execute(
    tx,
  )

export interface WalkRecord {
  readonly id: string
  readonly licenceNo: string | null
  readonly officers: readonly string[]
  readonly digest: string
  readonly recordedBy: string
  readonly confirmedBy: string | null
}

export async function lockWalk(tx: Tx, id: string): Promise<WalkRecord | undefined> {
  const { rows } = await sql<WalkRecord>`
    select id::text, licence_no, officers::text[] as officers, digest, recorded_by::text, confirmed_by::text
    from registry.school_walk where id = ${id} for update`.execute(tx)
  return rows[0]
}

export const saveConfirmation = (tx: Tx, id: string, by: string, at: string) =>
  sql`update registry.school_walk set confirmed_by = ${by}, confirmed_at = ${at} where id = ${id}`.execute(tx)

/** 新办 granted: walks of the application become walks of the licence. */
export const saveLicenceOfWalks = (tx: Tx, applicationNo: string, licenceNo: string) =>
  sql`update registry.school_walk set licence_no = ${licenceNo}
    where application_no = ${applicationNo} and licence_no is null`.execute(tx)
