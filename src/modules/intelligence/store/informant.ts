import { sql } from 'kysely'
import type { Tx } from '#platform/database'

/** The only file of the server that speaks to the schema `informant` about who reported. */

export async function putIdentity(tx: Tx, code: string, sealed: string, on: string): Promise<void> {
  await sql`select informant.put_identity(${code}, ${sealed}, ${on}::date)`.execute(tx)
}

/** 举报人指纹: keyed, bound to the code name; asked about, never listed. */
export async function putMarks(tx: Tx, code: string, marks: readonly string[]): Promise<void> {
  await sql`select informant.put_marks(${code}, ${[...marks]}::text[])`.execute(tx)
}

/** Which of these fingerprints are of whoever has this code name. */
export async function markedOf(tx: Tx, code: string, asked: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ mark: string }>`select informant.marked(${code}, ${[...asked]}::text[]) as mark`.execute(
    tx,
  )
  return rows.map(({ mark }) => mark)
}

export async function putReceipt(tx: Tx, hash: string, clueNo: string, code: string): Promise<void> {
  await sql`select informant.put_receipt(${hash}, ${clueNo}, ${code})`.execute(tx)
}

export async function findClueOfReceipt(tx: Tx, hash: string): Promise<string | undefined> {
  const { rows } = await sql<{ no: string | null }>`select informant.clue_of_receipt(${hash}) as no`.execute(tx)
  return rows[0]?.no ?? undefined
}

export async function isNamed(tx: Tx, code: string): Promise<boolean> {
  const { rows } = await sql<{ named: boolean }>`select informant.is_named(${code}) as named`.execute(tx)
  return rows[0]?.named ?? false
}

/** 启封后看一次: the sealed identity, or `undefined` where the database finds no opening by two people that still holds. */
export async function openIdentity(
  tx: Tx,
  look: { readonly openingId: string; readonly by: string; readonly at: string },
): Promise<string | undefined> {
  const { rows } = await sql<{ sealed: string | null }>`
    select informant.open_identity(${look.openingId}, ${look.by}, ${look.at}) as sealed`.execute(tx)
  return rows[0]?.sealed ?? undefined
}

export interface MessageRow {
  readonly fromReporter: boolean
  readonly textSealed: string
  readonly atHour: string
}

export async function insertMessage(tx: Tx, clueNo: string, m: MessageRow): Promise<void> {
  await sql`insert into informant.message (clue_no, from_reporter, text_sealed, at_hour)
    values (${clueNo}, ${m.fromReporter}, ${m.textSealed}, ${m.atHour})`.execute(tx)
}

export async function listMessages(tx: Tx, clueNo: string): Promise<readonly MessageRow[]> {
  const { rows } = await sql<MessageRow>`select from_reporter, text_sealed, at_hour from informant.message
    where clue_no = ${clueNo} order by id limit 200`.execute(tx)
  return rows
}

export interface OpeningRow {
  readonly id: string
  readonly clueNo: string
  readonly code: string
  readonly reason: string
  readonly askedBy: string
  readonly askedAt: string
  readonly agreedBy: string | null
  readonly agreedAt: string | null
  readonly expiresAt: string | null
  readonly refusedBy: string | null
}

const openingColumns = sql`o.id, o.clue_no, o.code, o.reason, o.asked_by, o.asked_at, o.agreed_by, o.agreed_at, o.expires_at, o.refused_by`

export async function insertOpening(
  tx: Tx,
  o: Pick<OpeningRow, 'id' | 'clueNo' | 'code' | 'reason' | 'askedBy' | 'askedAt'>,
): Promise<void> {
  await sql`insert into informant.opening (id, clue_no, code, reason, asked_by, asked_role, asked_at)
    values (${o.id}, ${o.clueNo}, ${o.code}, ${o.reason}, ${o.askedBy}, 'informantDesk', ${o.askedAt})`.execute(tx)
}

export async function lockOpening(tx: Tx, id: string): Promise<OpeningRow | undefined> {
  const { rows } =
    await sql<OpeningRow>`select ${openingColumns} from informant.opening o where o.id = ${id} for update`.execute(tx)
  return rows[0]
}

export async function listOpenings(
  tx: Tx,
  clueNo: string,
): Promise<readonly (OpeningRow & { readonly looks: number })[]> {
  const { rows } = await sql<OpeningRow & { looks: number }>`
    select ${openingColumns}, (select count(*)::int from informant.look l where l.opening_id = o.id) as looks
    from informant.opening o where o.clue_no = ${clueNo} order by o.asked_at desc limit 50`.execute(tx)
  return rows
}

export async function agreeOpening(
  tx: Tx,
  id: string,
  word: { readonly by: string; readonly role: string; readonly at: string; readonly until: string },
): Promise<void> {
  await sql`update informant.opening set agreed_by = ${word.by}, agreed_role = ${word.role}, agreed_at = ${word.at},
    expires_at = ${word.until} where id = ${id}`.execute(tx)
  await sql`insert into informant.alarm (opening_id, raised_at) values (${id}, ${word.at})`.execute(tx)
}

export async function refuseOpening(tx: Tx, id: string, by: string): Promise<void> {
  await sql`update informant.opening set refused_by = ${by} where id = ${id}`.execute(tx)
}

/** Openings no head but the one who agreed has looked into yet. */
export async function listAlarms(tx: Tx): Promise<readonly OpeningRow[]> {
  const { rows } = await sql<OpeningRow>`select ${openingColumns} from informant.alarm a
    join informant.opening o on o.id = a.opening_id where a.seen_at is null order by a.raised_at limit 50`.execute(tx)
  return rows
}

/** Requests nobody has answered yet. */
export async function listAsked(tx: Tx): Promise<readonly (OpeningRow & { readonly asker: string })[]> {
  const { rows } = await sql<OpeningRow & { asker: string }>`
    select ${openingColumns}, coalesce(s.name, '') as asker from informant.opening o
    left join access.published_staff s on 'staff:' || s.id = o.asked_by
    where o.agreed_by is null and o.refused_by is null order by o.asked_at limit 50`.execute(tx)
  return rows
}

export async function seeAlarm(tx: Tx, openingId: string, by: string, at: string): Promise<void> {
  await sql`update informant.alarm set seen_by = ${by}, seen_at = ${at} where opening_id = ${openingId} and seen_at is null`.execute(
    tx,
  )
}
