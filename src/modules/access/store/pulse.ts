import { sql } from 'kysely'
import type { Db, Tx } from '#platform/database'
import type { TerminalSettings } from '../contract/fleet.ts'

/** 心跳: what a terminal says of itself. */
export interface Pulse {
  readonly version: string
  readonly reader: string
  readonly printer: string
  readonly paper: string
  readonly pendingActs: number
  readonly diskFreeMb: number
  readonly faults: readonly string[]
  /** The settings it obeys; 0 or nothing for the usual ones. */
  readonly settingsVersion?: number
}

/** What the terminal must know. */
export interface PulseAnswer {
  readonly helpAnswered: boolean
  readonly settingsVersion: number
  readonly settings: TerminalSettings | null
}

/** Keeps the heartbeat and reads the answer, in one statement without a transaction around it (see the function). */
export async function takePulse(
  db: Db,
  terminalId: string,
  pulse: Pulse & { readonly at: Temporal.Instant; readonly answeredSince: Temporal.Instant },
): Promise<PulseAnswer> {
  const { at, answeredSince, ...told } = pulse
  const { rows } = await sql<PulseAnswer>`select help_answered, settings_version, settings from access.take_pulse(
    ${terminalId}, ${`${at}`}, ${JSON.stringify(told)}::jsonb, ${`${answeredSince}`})`.execute(db)
  const [answer] = rows
  if (!answer) throw new Error('access.take_pulse always answers')
  return answer
}

/** Whether the terminal last said that its clock is wrong (by more than ten minutes, decision 0002 §5). */
export async function clockIsWrong(tx: Tx, terminalId: string): Promise<boolean> {
  const { rows } = await sql`select from access.terminal_pulse
    where terminal_id = ${terminalId} and 'clockWrong' = any(faults)`.execute(tx)
  return rows.length > 0
}

/** Marks terminals as silent and writes the line of it, once for each silence. */
export async function markSilent(tx: Tx, ids: readonly string[], at: Temporal.Instant): Promise<void> {
  await sql`with fell as (
      update access.terminal_pulse set silent_since = ${`${at}`}
      where terminal_id = any(${[...ids]}::uuid[]) and silent_since is null returning terminal_id)
    insert into access.terminal_event (terminal_id, area_code, at, kind)
    select t.id, t.area_code, ${`${at}`}, 'fellSilent' from fell join access.terminal t on t.id = fell.terminal_id`.execute(
    tx,
  )
}

/** Notes that the watch looks now; gives since when the house has been up without a gap. */
export async function noteWatch(tx: Tx, at: Temporal.Instant, longestGapMinutes: number): Promise<Temporal.Instant> {
  const { rows } = await sql<{ backAt: string }>`
    insert into access.terminal_watch as w (looked_at, back_at) values (${`${at}`}, ${`${at}`})
    on conflict (single) do update set looked_at = excluded.looked_at,
      back_at = case when w.looked_at < ${`${at.subtract({ minutes: longestGapMinutes })}`} then excluded.back_at else w.back_at end
    returning back_at`.execute(tx)
  return Temporal.Instant.from(rows[0]?.backAt ?? `${at}`)
}
