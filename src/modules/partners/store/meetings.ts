import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { PaperSeal } from '#platform/paper-seal'
import type { MatterKind } from '../rules/meeting/agenda.ts'
import type { MeetingKind, MeetingState } from '../rules/meeting/moves.ts'

export interface MeetingRecord {
  readonly id: string
  readonly kind: MeetingKind
  readonly title: string
  readonly place: string
  readonly startsAt: string
  readonly areaCode: string
  readonly agencies: readonly string[]
  readonly state: MeetingState
  readonly version: number
  readonly minutes: string
  readonly minutesBy: string | null
  readonly createdBy: string
}

export interface NewMeeting extends Omit<MeetingRecord, 'state' | 'version' | 'minutes' | 'minutesBy' | 'agencies'> {
  readonly at: string
  readonly guests: readonly { readonly agencyId: string; readonly contactId: string | null }[]
  readonly lines: readonly {
    readonly kind: MatterKind
    readonly ref: string
    readonly words: string
    readonly why: string
  }[]
}

export async function insertMeeting(tx: Tx, m: NewMeeting): Promise<void> {
  await sql`insert into partners.meeting (id, kind, title, place, starts_at, area_code, agencies, created_by, created_at)
    values (${m.id}, ${m.kind}, ${m.title}, ${m.place}, ${m.startsAt}, ${m.areaCode}, ${m.guests.map(({ agencyId }) => agencyId)}::uuid[],
      ${m.createdBy}, ${m.at})`.execute(tx)
  await sql`insert into partners.meeting_guest (meeting_id, agency_id, contact_id)
    select ${m.id}, (g->>'agencyId')::uuid, (g->>'contactId')::uuid from jsonb_array_elements(${JSON.stringify(m.guests)}::jsonb) g`.execute(
    tx,
  )
  await sql`insert into partners.meeting_line (meeting_id, n, kind, ref, words, why)
    select ${m.id}, n, l->>'kind', l->>'ref', l->>'words', l->>'why'
    from jsonb_array_elements(${JSON.stringify(m.lines)}::jsonb) with ordinality as given (l, n)`.execute(tx)
  await noteMeeting(tx, m.id, { event: 'plan', by: m.createdBy, at: m.at })
}

export async function lockMeeting(tx: Tx, id: string): Promise<MeetingRecord | undefined> {
  const { rows } = await sql<MeetingRecord>`
    select id, kind, title, place, starts_at, area_code, agencies::text[] as agencies, state, version, minutes, minutes_by, created_by
    from partners.meeting where id = ${id} for update`.execute(tx)
  return rows[0]
}

/** Who was named for each agency; `null` where the agency decides itself. */
export async function contactsOf(tx: Tx, id: string): Promise<readonly (string | null)[]> {
  const { rows } = await sql<{ contactId: string | null }>`
    select contact_id::text as contact_id from partners.meeting_guest where meeting_id = ${id}`.execute(tx)
  return rows.map(({ contactId }) => contactId)
}

interface Noted {
  readonly event: string
  readonly by: string
  readonly at: string
  readonly note?: string
}

const noteMeeting = (tx: Tx, id: string, { event, by, at, note = '' }: Noted) =>
  sql`insert into partners.meeting_event (meeting_id, at, event, by, note) values (${id}, ${at}, ${event}, ${by}, ${note})`.execute(
    tx,
  )

export async function moveMeeting(tx: Tx, id: string, move: Noted & { readonly to: MeetingState }): Promise<void> {
  await sql`update partners.meeting set state = ${move.to}, version = version + 1 where id = ${id}`.execute(tx)
  await noteMeeting(tx, id, move)
}

export interface Written {
  readonly minutes: string
  readonly said: readonly { readonly id: number; readonly words: string }[]
  readonly attended: readonly { readonly agencyId: string; readonly there: boolean }[]
  readonly by: string
  readonly at: string
}

export async function saveMinutes(tx: Tx, id: string, w: Written): Promise<void> {
  await sql`update partners.meeting set minutes = ${w.minutes}, minutes_by = ${w.by}, version = version + 1 where id = ${id}`.execute(
    tx,
  )
  await sql`update partners.meeting_line l set said = given->>'words' from jsonb_array_elements(${JSON.stringify(w.said)}::jsonb) given
    where l.meeting_id = ${id} and l.id = (given->>'id')::bigint`.execute(tx)
  await sql`update partners.meeting_guest g set attended = (given->>'there')::boolean
    from jsonb_array_elements(${JSON.stringify(w.attended)}::jsonb) given
    where g.meeting_id = ${id} and g.agency_id = (given->>'agencyId')::uuid`.execute(tx)
  await noteMeeting(tx, id, { event: 'minutes', by: w.by, at: w.at })
}

export interface MinutesPaper extends PaperSeal {
  readonly number: string
  readonly content: string
  readonly at: string
}

export async function signMeeting(tx: Tx, id: string, by: string, p: MinutesPaper): Promise<void> {
  await sql`update partners.meeting set state = 'minuted', version = version + 1, signed_by = ${by}, signed_at = ${p.at}
    where id = ${id}`.execute(tx)
  await sql`insert into partners.meeting_paper (meeting_id, number, content, digest, signature, key_id, issued_at)
    values (${id}, ${p.number}, ${p.content}, ${p.digest}, ${p.signature}, ${p.keyId}, ${p.at})`.execute(tx)
  await noteMeeting(tx, id, { event: 'sign', by, at: p.at, note: p.number })
}

/** The agency itself says whether it comes. */
export async function saveReply(
  tx: Tx,
  id: string,
  r: { readonly agencyId: string; readonly coming: boolean; readonly words: string; readonly at: string },
): Promise<boolean> {
  const { numAffectedRows } = await sql`update partners.meeting_guest
    set reply = ${r.coming ? 'coming' : 'notComing'}, reply_words = ${r.words}, replied_at = ${r.at}
    where meeting_id = ${id} and agency_id = ${r.agencyId}`.execute(tx)
  return Number(numAffectedRows ?? 0) > 0
}
