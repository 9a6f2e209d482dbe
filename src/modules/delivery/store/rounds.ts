import { sql } from 'kysely'
import type { Tx } from '#platform/database'

export interface NewRound {
  readonly id: string
  readonly areaCode: string
  readonly day: string
  readonly depot: { readonly code: string; readonly name: string; readonly lng: number; readonly lat: number }
  readonly startMinute: number
  readonly endMinute: number
  readonly metres: number
  readonly courierId: string
  readonly plannedBy: string
  readonly plannedAt: string
}

export interface NewStop {
  readonly roundId: string
  readonly itemNo: string
  readonly seq: number
  readonly arriveMinute: number
  readonly opensMinute: number
  readonly closesMinute: number
  readonly late: boolean
  readonly codeSalt: string
  readonly codeHash: string
}

export async function insertRound(tx: Tx, r: NewRound): Promise<void> {
  await sql`insert into delivery.round (id, area_code, day, depot_code, depot_name, depot_lng, depot_lat, start_minute,
      end_minute, metres, courier_id, planned_by, planned_at)
    values (${r.id}, ${r.areaCode}, ${r.day}, ${r.depot.code}, ${r.depot.name}, ${r.depot.lng}, ${r.depot.lat},
      ${r.startMinute}, ${r.endMinute}, ${r.metres}, ${r.courierId}, ${r.plannedBy}, ${r.plannedAt})`.execute(tx)
}

export async function insertStop(tx: Tx, s: NewStop): Promise<void> {
  await sql`insert into delivery.stop (round_id, item_no, seq, arrive_minute, opens_minute, closes_minute, late,
      code_salt, code_hash)
    values (${s.roundId}, ${s.itemNo}, ${s.seq}, ${s.arriveMinute}, ${s.opensMinute}, ${s.closesMinute}, ${s.late},
      ${s.codeSalt}, ${s.codeHash})`.execute(tx)
}

export interface RoundRecord {
  readonly id: string
  readonly areaCode: string
  readonly day: string
  readonly courierId: string
  readonly state: 'assigned' | 'underway' | 'closed'
}

export async function lockRound(tx: Tx, id: string): Promise<RoundRecord | undefined> {
  const { rows } = await sql<RoundRecord>`
    select id, area_code, day, courier_id, state from delivery.round where id = ${id} for update`.execute(tx)
  return rows[0]
}

export async function saveCourier(tx: Tx, id: string, courierId: string): Promise<void> {
  await sql`update delivery.round set courier_id = ${courierId} where id = ${id}`.execute(tx)
}

/** 在途 once somebody left; 已结束 when nothing of it is still carried. */
export async function noteProgress(tx: Tx, id: string): Promise<void> {
  await sql`update delivery.round r set state = case when exists (select from delivery.item i
        where i.round_id = r.id and i.state in ('planned', 'secondTry', 'onTheWay')) then 'underway' else 'closed' end
    where id = ${id}`.execute(tx)
}
