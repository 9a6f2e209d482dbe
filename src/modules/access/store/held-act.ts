import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { Envelope } from '../contract.ts'

export interface NewHeldAct {
  readonly id: string
  readonly terminalId: string
  readonly areaCode: string
  readonly actKey: string
  readonly envelope: Envelope
  readonly reason: string
  readonly at: Temporal.Instant
}

export interface HeldActRow {
  readonly id: string
  readonly terminalId: string
  readonly envelope: Envelope
  readonly reason: string
  readonly receivedAt: string
  readonly settledAt: string | null
}

/** Keeps the envelope as it came; the same act sent again stays one. Gives whether it is new. */
export async function insertHeldAct(tx: Tx, one: NewHeldAct): Promise<boolean> {
  const { rows } =
    await sql`insert into access.held_act (id, terminal_id, area_code, act_key, envelope, reason, received_at)
    values (${one.id}, ${one.terminalId}, ${one.areaCode}, ${one.actKey}, ${JSON.stringify(one.envelope)}::jsonb,
      ${one.reason}, ${`${one.at}`})
    on conflict (terminal_id, act_key) do nothing returning id`.execute(tx)
  return rows.length > 0
}

export async function lockHeldAct(tx: Tx, id: string): Promise<HeldActRow | undefined> {
  const { rows } = await sql<HeldActRow>`select id, terminal_id, envelope, reason, received_at, settled_at
    from access.held_act where id = ${id} for update`.execute(tx)
  return rows[0]
}

export async function saveSettlement(
  tx: Tx,
  id: string,
  settled: { readonly by: string; readonly note: string; readonly at: Temporal.Instant },
): Promise<void> {
  await sql`update access.held_act set settled_at = ${`${settled.at}`}, settled_by = ${settled.by},
    settled_note = ${settled.note} where id = ${id}`.execute(tx)
}
