import { sql } from 'kysely'
import type { Position } from '#kernel/position'
import type { Db, Tx } from '#platform/database'
import type { EventLine, HeldEvent, SchoolLine } from '../contract/events.ts'
import type { Held, Shop } from '../rules/events/reach.ts'
import { type EventRecord, eventColumns } from '../store/events.ts'

/** Every event, the latest first, with what came of it in one query. */
export async function listEvents(db: Db): Promise<readonly Omit<EventLine, 'pictures'>[]> {
  const { rows } = await sql<Omit<EventLine, 'pictures'>>`
    select ${eventColumns}, e.held_on, e.heads, e.note, g.signed, g.stars from outreach.event e
    left join lateral (select count(*)::int as signed, avg(stars)::double precision as stars
      from outreach.event_guest where event_id = e.id) g on true
    order by e.planned_on desc, e.id desc`.execute(db)
  return rows
}

export async function listComing(db: Db, today: string): Promise<readonly EventRecord[]> {
  const { rows } = await sql<EventRecord>`select ${eventColumns} from outreach.event e
    where e.state = 'planned' and e.planned_on >= ${today} order by e.planned_on, e.starts_at limit 20`.execute(db)
  return rows
}

/** The latest that were held, with how many came. */
export async function listPast(db: Db): Promise<readonly Omit<HeldEvent, 'pictures'>[]> {
  const { rows } = await sql<Omit<HeldEvent, 'pictures'>>`
    select id, title, place, held_on, reached as heads from outreach.published_event
    where state = 'held' order by held_on desc, id desc limit 20`.execute(db)
  return rows
}

export async function findEvent(db: Db | Tx, id: string): Promise<EventRecord | undefined> {
  const { rows } = await sql<EventRecord>`select ${eventColumns} from outreach.event e where e.id = ${id}`.execute(db)
  return rows[0]
}

export async function findEventByCode(db: Db | Tx, code: string): Promise<EventRecord | undefined> {
  const { rows } = await sql<EventRecord>`select ${eventColumns} from outreach.event e where e.code = ${code}`.execute(
    db,
  )
  return rows[0]
}

/** Held events since a day: where they were and how many came. */
export async function listHeld(tx: Tx, since: string): Promise<readonly Held[]> {
  const { rows } = await sql<Held>`select jsonb_build_object('lng', lng, 'lat', lat) as position, reached
    from outreach.published_event where state = 'held' and held_on >= ${since}`.execute(tx)
  return rows
}

/** The shops that hold a valid licence and stand on the map, with the address of each. */
export async function listShopPlaces(tx: Tx): Promise<readonly (Shop & { readonly address: string })[]> {
  const { rows } = await sql<{ licenceNo: string; town: string; address: string; position: Position }>`
    select licence_no, left(area_code, 9) as town, address, jsonb_build_object('lng', lng, 'lat', lat) as position
    from registry.published_retailer where licence_state = 'valid' and lng is not null`.execute(tx)
  return rows
}

/** Schools of the register at their first gate, with the last visit and the next; whoever has waited longest stands first. */
export async function listSchools(tx: Tx, today: string): Promise<readonly SchoolLine[]> {
  const { rows } = await sql<SchoolLine>`
    select g.*, e.held_on, e.planned_on from (
      select distinct on (school_id) school_id as id, school as name, kind, left(area_code, 9) as town, gate,
        jsonb_build_object('lng', lng, 'lat', lat) as position
      from registry.published_school_gate where length(area_code) >= 9 order by school_id, gate) g
    left join lateral (select max(held_on) as held_on,
        min(planned_on) filter (where state = 'planned' and planned_on >= ${today}) as planned_on
      from outreach.event where school_id = g.id) e on true
    order by e.held_on nulls first, g.town, g.name`.execute(tx)
  return rows
}
