import { sql } from 'kysely'
import { randomId } from '#platform/crypto'
import type { Tx } from '#platform/database'
import type { AlarmKind, Raise } from '../rules/alarms.ts'

export interface AlarmRow {
  readonly id: string
  readonly key: string
  readonly kind: AlarmKind
  readonly terminalId: string | null
  readonly areaCode: string
  readonly beganAt: string
  readonly acknowledgedAt: string | null
  readonly endedAt: string | null
}

const columns = sql`id, key, kind, terminal_id, area_code, began_at, acknowledged_at, ended_at`

/** Raises what is not open yet; of a group that grew or shrank the number is written anew. */
export async function raiseAlarms(tx: Tx, raises: readonly Raise[], at: Temporal.Instant): Promise<void> {
  if (raises.length === 0) return
  const rows = JSON.stringify(raises.map(raise => ({ id: randomId(), ...raise })))
  await sql`insert into access.alarm as a (id, key, kind, terminal_id, area_code, terminals, began_at)
    select r.id, r.key, r.kind, r."terminalId", r."areaCode", r.terminals, ${`${at}`}
    from jsonb_to_recordset(${rows}::jsonb) as r(id uuid, key text, kind text, "terminalId" uuid, "areaCode" text, terminals integer)
    on conflict (key) where ended_at is null do update set terminals = excluded.terminals
      where a.terminals <> excluded.terminals`.execute(tx)
}

/** Ends open alarms by themselves: what they were about is over. */
export async function endByKeys(tx: Tx, keys: readonly string[], at: Temporal.Instant): Promise<void> {
  if (keys.length === 0) return
  await sql`update access.alarm set ended_at = ${`${at}`} where key = any(${[...keys]}) and ended_at is null`.execute(
    tx,
  )
}

export async function listOpenSilences(tx: Tx): Promise<AlarmRow[]> {
  const { rows } = await sql<AlarmRow>`select ${columns} from access.alarm
    where ended_at is null and kind in ('silent', 'silentTown', 'silentNetwork')`.execute(tx)
  return rows
}

export async function lockAlarm(tx: Tx, id: string): Promise<AlarmRow | undefined> {
  const { rows } = await sql<AlarmRow>`select ${columns} from access.alarm where id = ${id} for update`.execute(tx)
  return rows[0]
}

interface Word {
  readonly by: string
  readonly note: string
  readonly at: Temporal.Instant
}

export async function saveAcknowledgement(tx: Tx, id: string, { by, note, at }: Word): Promise<void> {
  await sql`update access.alarm set acknowledged_at = ${`${at}`}, acknowledged_by = ${by}, acknowledged_note = ${note}
    where id = ${id}`.execute(tx)
}

export async function saveEnd(tx: Tx, id: string, { by, note, at }: Word): Promise<void> {
  await sql`update access.alarm set ended_at = ${`${at}`}, ended_by = ${by}, ended_note = ${note} where id = ${id}`.execute(
    tx,
  )
}

/** Calls for help that nobody has answered since then. */
export async function listUnansweredCalls(
  tx: Tx,
  before: Temporal.Instant,
): Promise<{ readonly id: string; readonly terminalId: string; readonly areaCode: string }[]> {
  const { rows } = await sql<{ id: string; terminalId: string; areaCode: string }>`
    select id, terminal_id, area_code from access.help_call where answered_at is null and called_at <= ${`${before}`}`.execute(
    tx,
  )
  return rows
}
