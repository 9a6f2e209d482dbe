import { sql } from 'kysely'
import type { Tx } from '#platform/database'

export interface VisitRecord {
  readonly id: string
  readonly kind: 'village' | 'helper'
  readonly areaCode: string
  readonly place: string
  readonly day: string
  readonly fromMinute: number
  readonly toMinute: number
  readonly capacity: number
  readonly state: 'open' | 'cancelled'
}

export async function insertVisit(tx: Tx, v: Omit<VisitRecord, 'state'> & { madeBy: string }): Promise<void> {
  await sql`insert into delivery.visit (id, kind, area_code, place, day, from_minute, to_minute, capacity, made_by)
    values (${v.id}, ${v.kind}, ${v.areaCode}, ${v.place}, ${v.day}, ${v.fromMinute}, ${v.toMinute}, ${v.capacity},
      ${v.madeBy})`.execute(tx)
}

/** Locked while a place is taken: two never get the last one. */
export async function lockVisit(tx: Tx, id: string): Promise<(VisitRecord & { taken: number }) | undefined> {
  const { rows } = await sql<VisitRecord>`
    select id, kind, area_code, place, day, from_minute, to_minute, capacity, state
    from delivery.visit where id = ${id} for update`.execute(tx)
  if (rows[0] === undefined) return undefined
  // Counted after the lock is held: a statement sees only what was committed before it began.
  const counted = await sql<{ taken: number }>`select delivery.places_taken(${id}) as taken`.execute(tx)
  return { ...rows[0], taken: counted.rows[0]?.taken ?? 0 }
}

export async function cancelVisitRow(tx: Tx, id: string): Promise<void> {
  await sql`update delivery.visit set state = 'cancelled' where id = ${id}`.execute(tx)
  await sql`update delivery.booking set state = 'cancelled' where visit_id = ${id} and state = 'booked'`.execute(tx)
}

export interface NewBooking {
  readonly id: string
  readonly visitId: string
  readonly areaCode: string
  readonly personIndex: string | null
  readonly licenceNo: string | null
  readonly nameSealed: string
  readonly nameMasked: string
  readonly phoneSealed: string
  readonly phoneMasked: string
  readonly topic: string
  readonly bookedBy: string
  readonly bookedAt: string
}

export async function insertBooking(tx: Tx, b: NewBooking): Promise<void> {
  await sql`insert into delivery.booking (id, visit_id, area_code, person_index, licence_no, name_sealed, name_masked,
      phone_sealed, phone_masked, topic, booked_by, booked_at)
    values (${b.id}, ${b.visitId}, ${b.areaCode}, ${b.personIndex}, ${b.licenceNo}, ${b.nameSealed}, ${b.nameMasked},
      ${b.phoneSealed}, ${b.phoneMasked}, ${b.topic}, ${b.bookedBy}, ${b.bookedAt})`.execute(tx)
}

export interface BookingRecord {
  readonly id: string
  readonly visitId: string
  readonly areaCode: string
  readonly state: 'booked' | 'cancelled' | 'done'
}

export async function lockBooking(tx: Tx, id: string): Promise<BookingRecord | undefined> {
  const { rows } = await sql<BookingRecord>`
    select id, visit_id, area_code, state from delivery.booking where id = ${id} for update`.execute(tx)
  return rows[0]
}

export async function saveBookingState(tx: Tx, id: string, state: 'cancelled' | 'done'): Promise<void> {
  await sql`update delivery.booking set state = ${state} where id = ${id}`.execute(tx)
}

/** 待提醒: booked for that day and not yet reminded; marks them. */
export async function markReminded(
  tx: Tx,
  day: string,
  today: string,
): Promise<{ bookingId: string; visitId: string; day: string }[]> {
  const { rows } = await sql<{ bookingId: string; visitId: string; day: string }>`
    update delivery.booking b set reminded_on = ${today} from delivery.visit v
    where v.id = b.visit_id and v.day = ${day} and v.state = 'open' and b.state = 'booked' and b.reminded_on is null
    returning b.id as booking_id, b.visit_id, v.day`.execute(tx)
  return rows
}
