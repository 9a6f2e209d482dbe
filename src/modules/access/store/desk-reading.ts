import { sql } from 'kysely'
import type { Tx } from '#platform/database'

export interface DeskReading {
  readonly id: string
  readonly staffId: string
  readonly areaCode: string
  readonly ticketHash: string
  readonly askedAt: string
  readonly expiresAt: string
}

export async function insertDeskReading(tx: Tx, r: DeskReading): Promise<void> {
  await sql`insert into access.desk_reading (id, staff_id, area_code, ticket_hash, asked_at, expires_at)
    values (${r.id}, ${r.staffId}, ${r.areaCode}, ${r.ticketHash}, ${r.askedAt}, ${r.expiresAt})`.execute(tx)
}

export interface OpenReading {
  readonly staffId: string
  /** 岗位区域 of the officer who asked. */
  readonly areas: readonly string[]
  readonly expiresAt: string
}

/** Locked; one that was used, is of another ticket or does not exist is the same: none. */
export async function lockDeskReading(
  tx: Tx,
  of: { readonly id: string; readonly ticketHash: string },
): Promise<OpenReading | undefined> {
  const { rows } = await sql<OpenReading>`
    select r.staff_id, s.areas, r.expires_at from access.desk_reading r join access.staff s on s.id = r.staff_id
    where r.id = ${of.id} and r.ticket_hash = ${of.ticketHash} and r.used_at is null for update of r`.execute(tx)
  return rows[0]
}

export async function closeDeskReading(tx: Tx, id: string, by: { terminalId: string; at: string }): Promise<void> {
  await sql`update access.desk_reading set used_at = ${by.at}, terminal_id = ${by.terminalId} where id = ${id}`.execute(
    tx,
  )
}
