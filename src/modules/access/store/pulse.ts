import { sql } from 'kysely'
import type { Tx } from '#platform/database'

/** 心跳: what a terminal says of itself. */
export interface Pulse {
  readonly version: string
  readonly reader: string
  readonly printer: string
  readonly paper: string
  readonly pendingActs: number
  readonly diskFreeMb: number
  readonly faults: readonly string[]
}

export async function savePulse(
  tx: Tx,
  terminalId: string,
  pulse: Pulse & { readonly at: Temporal.Instant },
): Promise<void> {
  await sql`insert into access.terminal_pulse
      (terminal_id, seen_at, version, reader, printer, paper, pending_acts, disk_free_mb, faults)
    values (${terminalId}, ${`${pulse.at}`}, ${pulse.version}, ${pulse.reader}, ${pulse.printer}, ${pulse.paper},
      ${pulse.pendingActs}, ${pulse.diskFreeMb}, ${[...pulse.faults]})
    on conflict (terminal_id) do update set seen_at = excluded.seen_at, version = excluded.version,
      reader = excluded.reader, printer = excluded.printer, paper = excluded.paper,
      pending_acts = excluded.pending_acts, disk_free_mb = excluded.disk_free_mb, faults = excluded.faults`.execute(tx)
}

/** Whether the terminal last said that its clock is wrong (by more than ten minutes, decision 0002 §5). */
export async function clockIsWrong(tx: Tx, terminalId: string): Promise<boolean> {
  const { rows } = await sql`select from access.terminal_pulse
    where terminal_id = ${terminalId} and 'clockWrong' = any(faults)`.execute(tx)
  return rows.length > 0
}
