import { sql } from 'kysely'
import type { Tx } from '#platform/database'

/** The helper's code before it is void. False when another helper holds the same digits at this moment. */
export async function savePresenceCode(
  tx: Tx,
  c: { id: string; staffId: string; codeIndex: string; at: string; expiresAt: string },
): Promise<boolean> {
  await sql`update access.presence_code set used_at = ${c.at} where staff_id = ${c.staffId} and used_at is null`.execute(
    tx,
  )
  const { numAffectedRows } =
    await sql`insert into access.presence_code (id, staff_id, code_index, issued_at, expires_at)
    select ${c.id}::uuid, ${c.staffId}::uuid, ${c.codeIndex}, ${c.at}::timestamptz, ${c.expiresAt}::timestamptz
    where not exists (select from access.presence_code p
      where p.code_index = ${c.codeIndex} and p.used_at is null and p.expires_at > ${c.at}::timestamptz)`.execute(tx)
  return Number(numAffectedRows ?? 0) === 1
}

export interface PresentHelper {
  readonly staffId: string
  readonly name: string
  readonly areas: readonly string[]
}

/** Takes the code up: it is used from here on, whatever comes of it. */
export async function takeUpPresenceCode(tx: Tx, codeIndex: string, at: string): Promise<PresentHelper | undefined> {
  const { rows } = await sql<PresentHelper>`
    with taken as (update access.presence_code set used_at = ${at}
      where code_index = ${codeIndex} and used_at is null and expires_at > ${at}::timestamptz returning staff_id)
    select s.id::text as staff_id, s.name, s.areas from taken join access.staff s on s.id = taken.staff_id
    where s.state = 'active' and 'helper' = any(s.roles)`.execute(tx)
  return rows[0]
}

export async function insertAssistance(
  tx: Tx,
  a: {
    id: string
    sessionId: string
    staffId: string
    personIndex: string
    terminalId: string
    areaCode: string
    at: string
  },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into access.assistance (id, session_id, staff_id, person_index, terminal_id, area_code, began_at)
    values (${a.id}, ${a.sessionId}, ${a.staffId}, ${a.personIndex}, ${a.terminalId}, ${a.areaCode}, ${a.at})
    on conflict (session_id) do nothing`.execute(tx)
  return Number(numAffectedRows ?? 0) === 1
}

/** 帮办员 of a session, as far as the reader may see the session. */
export async function findHelper(tx: Tx, sessionId: string): Promise<string | null> {
  const { rows } = await sql<{ staffId: string }>`
    select staff_id::text as staff_id from access.assistance where session_id = ${sessionId}::uuid`.execute(tx)
  return rows[0]?.staffId ?? null
}

export interface AssistanceLine {
  readonly id: string
  readonly helper: string
  readonly terminal: string
  readonly beganAt: string
}

export async function listAssistance(tx: Tx, staffId: string | null): Promise<AssistanceLine[]> {
  const { rows } = await sql<AssistanceLine>`
    select a.id, s.name as helper, t.name as terminal, a.began_at from access.assistance a
    join access.staff s on s.id = a.staff_id join access.terminal t on t.id = a.terminal_id
    where ${staffId}::uuid is null or a.staff_id = ${staffId}::uuid
    order by a.began_at desc limit 100`.execute(tx)
  return rows
}
