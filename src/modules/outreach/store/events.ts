import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { EventInput } from '../contract/events.ts'
import type { EventChange, EventState } from '../rules/events/event.ts'

export interface EventRecord extends EventInput {
  readonly id: string
  readonly code: string
  readonly state: EventState
  readonly version: number
}

export const eventColumns = sql`e.id, e.kind, e.title, e.town, e.place, jsonb_build_object('lng', e.lng, 'lat', e.lat) as position,
  e.planned_on, e.starts_at, e.materials, e.state, e.version, e.code, e.school_id`

/** PF-2026-0001: in order of the year. The lock keeps two desks from taking one number. */
export async function takeEventId(tx: Tx, year: number): Promise<string> {
  await sql`select pg_advisory_xact_lock(hashtextextended('outreach.event', ${year}))`.execute(tx)
  const { rows } = await sql<{ n: number }>`
    select count(*)::int + 1 as n from outreach.event where id like ${`PF-${year}-%`}`.execute(tx)
  return `PF-${year}-${String(rows[0]?.n ?? 1).padStart(4, '0')}`
}

export async function insertEvent(tx: Tx, event: Omit<EventRecord, 'state' | 'version'>, by: string): Promise<void> {
  const { id, kind, title, town, place, position, plannedOn, startsAt, materials, code, schoolId } = event
  await sql`insert into outreach.event (id, kind, title, town, place, lng, lat, planned_on, starts_at, materials, code, planned_by, school_id)
    values (${id}, ${kind}, ${title}, ${town}, ${place}, ${position.lng}, ${position.lat}, ${plannedOn}, ${startsAt},
      ${materials}::text[], ${code}, ${by}, ${schoolId})`.execute(tx)
}

export async function lockEvent(tx: Tx, id: string): Promise<EventRecord | undefined> {
  const { rows } =
    await sql<EventRecord>`select ${eventColumns} from outreach.event e where e.id = ${id} for update`.execute(tx)
  return rows[0]
}

export async function saveEvent(
  tx: Tx,
  id: string,
  { state, plannedOn, startsAt, heldOn, heads, note }: EventChange,
): Promise<void> {
  await sql`update outreach.event set state = ${state}, planned_on = ${plannedOn}, starts_at = ${startsAt}, held_on = ${heldOn},
    heads = ${heads}, note = ${note}, version = version + 1 where id = ${id}`.execute(tx)
}

/** One line a telephone; what it says later stands beside it. */
export async function saveGuest(
  tx: Tx,
  guest: {
    readonly eventId: string
    readonly mark: string
    readonly stars: number | null
    readonly words: string | null
  },
): Promise<void> {
  const { eventId, mark, stars, words } = guest
  await sql`insert into outreach.event_guest (event_id, mark, stars, words) values (${eventId}, ${mark}, ${stars}, ${words})
    on conflict (event_id, mark) do update set stars = coalesce(excluded.stars, event_guest.stars),
      words = coalesce(excluded.words, event_guest.words)`.execute(tx)
}
