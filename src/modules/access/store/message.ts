import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { Receipt } from '../ports.ts'

export interface NewMessage {
  readonly id: string
  readonly key: string
  readonly areaCode: string
  /** Number of the licence, application or matter. */
  readonly about: string
  readonly kind:
    | 'renewalReminder'
    | 'decision'
    | 'receipt'
    | 'helpCall'
    | 'credit'
    | 'identityOpened'
    | 'contactAwaited'
  /** null = no number on file: the message is kept, and an officer tells the shop. */
  readonly phoneSealed: string | null
  readonly text: string
  readonly at: string
}

/** False when this fact has had its message already. */
export async function insertMessage(tx: Tx, m: NewMessage): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into access.message (id, key, area_code, about, kind, phone_sealed, text, queued_at, state, error, settled_at)
    select ${m.id}, ${m.key}, ${m.areaCode}, ${m.about}, ${m.kind}, ${m.phoneSealed}::text, ${m.text}, ${m.at}::timestamptz,
      case when ${m.phoneSealed}::text is null then 'failed' else 'queued' end,
      case when ${m.phoneSealed}::text is null then 'noPhone' end,
      case when ${m.phoneSealed}::text is null then ${m.at}::timestamptz end
    on conflict (key) do nothing`.execute(tx)
  return Number(numAffectedRows ?? 0) === 1
}

/** The message, locked while it is handed over; undefined when that has been done. */
export async function lockQueued(
  tx: Tx,
  id: string,
): Promise<{ readonly phoneSealed: string; readonly text: string } | undefined> {
  const { rows } = await sql<{ phoneSealed: string; text: string }>`
    select phone_sealed, text from access.message where id = ${id} and state = 'queued' for update`.execute(tx)
  return rows[0]
}

export async function readQueue(tx: Tx): Promise<{ readonly waiting: number; readonly oldest: string | null }> {
  const { rows } = await sql<{ waiting: number; oldest: string | null }>`
    select count(*)::int as waiting, min(queued_at) as oldest from access.message where state = 'queued'`.execute(tx)
  return rows[0] ?? { waiting: 0, oldest: null }
}

export async function listQueued(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{
    id: string
  }>`select id from access.message where state = 'queued' order by queued_at`.execute(tx)
  return rows.map(row => row.id)
}

export async function saveSent(tx: Tx, id: string, sent: { providerId: string; at: string }): Promise<void> {
  await sql`update access.message set state = 'sent', tries = tries + 1, provider_id = ${sent.providerId}, sent_at = ${sent.at},
    error = null where id = ${id}`.execute(tx)
}

export async function saveFailed(tx: Tx, id: string, failed: { error: string; at: string }): Promise<void> {
  await sql`update access.message set state = 'failed', tries = tries + 1, error = ${failed.error}, settled_at = ${failed.at}
    where id = ${id}`.execute(tx)
}

/** False when the message reached its reader, or somebody told him, already. */
export async function saveTold(tx: Tx, id: string, told: { how: string; by: string; at: string }): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update access.message set told_how = ${told.how}, told_by = ${told.by}, told_at = ${told.at}
    where id = ${id} and state = 'failed' and told_at is null`.execute(tx)
  return Number(numAffectedRows ?? 0) === 1
}

/** A receipt that comes twice, or for a message we do not know, changes nothing. */
export async function saveReceipts(tx: Tx, receipts: readonly Receipt[], at: string): Promise<number> {
  const { numAffectedRows } = await sql`
    update access.message m set state = r.outcome, settled_at = ${at}
    from jsonb_to_recordset(${JSON.stringify(receipts)}::jsonb) as r("providerId" text, outcome text)
    where m.provider_id = r."providerId" and m.state = 'sent'`.execute(tx)
  return Number(numAffectedRows ?? 0)
}

export async function getCursor(tx: Tx): Promise<string> {
  const { rows } = await sql<{ place: string }>`select place from access.receipt_cursor`.execute(tx)
  return rows[0]?.place ?? ''
}

export async function saveCursor(tx: Tx, cursor: string): Promise<void> {
  await sql`insert into access.receipt_cursor (place) values (${cursor}) on conflict (single) do update set place = excluded.place`.execute(
    tx,
  )
}
