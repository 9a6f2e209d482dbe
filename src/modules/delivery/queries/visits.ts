import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { HeldAct, VisitView } from '../contract.ts'

const visits = sql`
  select v.id, v.kind, v.area_code, v.place, v.day, v.from_minute, v.to_minute, v.capacity, v.state,
    delivery.places_taken(v.id) as taken,
    coalesce((select jsonb_agg(jsonb_build_object('id', b.id, 'nameMasked', b.name_masked, 'phoneMasked', b.phone_masked,
      'licenceNo', b.licence_no, 'topic', b.topic, 'state', b.state, 'remindedOn', b.reminded_on) order by b.booked_at)
      from delivery.booking b where b.visit_id = v.id), '[]') as bookings
  from delivery.visit v`

/** 日历; bookings as far as the reader may see them. */
export async function listVisits(tx: Tx, from: string, to: string): Promise<VisitView[]> {
  const { rows } = await sql<VisitView>`${visits} where v.day between ${from} and ${to}
    order by v.day, v.from_minute, v.id`.execute(tx)
  return rows
}

export async function readVisit(tx: Tx, id: string): Promise<VisitView | undefined> {
  const { rows } = await sql<VisitView>`${visits} where v.id = ${id}`.execute(tx)
  return rows[0]
}

export async function listOwnBookings(
  tx: Tx,
  personIndex: string,
): Promise<{ id: string; visitId: string; state: string }[]> {
  const { rows } = await sql<{ id: string; visitId: string; state: string }>`
    select id, visit_id, state from delivery.booking where person_index = ${personIndex} order by booked_at desc limit 50`.execute(
    tx,
  )
  return rows
}

/** The sealed content of one. */
export async function findHeldAct(tx: Tx, id: string): Promise<string | undefined> {
  const { rows } = await sql<{ sealed: string }>`select sealed from delivery.held_act where id = ${id}`.execute(tx)
  return rows[0]?.sealed
}

/** 待处理的外勤冲突, oldest first; the content stays sealed. */
export async function listHeldActs(tx: Tx): Promise<HeldAct[]> {
  const { rows } = await sql<HeldAct>`
    select h.id, h.item_no, h.kind, h.why, coalesce(s.name, h.by) as by, h.captured_at, h.held_at
    from delivery.held_act h left join access.published_staff s on 'staff:' || s.id::text = h.by
    where h.settled_at is null order by h.held_at limit 200`.execute(tx)
  return rows
}
