import { sql } from 'kysely'
import type { Tx } from '#platform/database'

export interface Enrolment {
  readonly id: string
  readonly terminalId: string
  readonly expiresAt: string
}

export interface NewEnrolment {
  readonly id: string
  readonly terminalId: string
  readonly codeHash: string
  readonly issuedBy: string
  readonly issuedAt: Temporal.Instant
  readonly expiresAt: Temporal.Instant
}

/** A new code ends the one before it: a terminal never has two open doors. */
export async function insertEnrolment(tx: Tx, one: NewEnrolment): Promise<void> {
  await sql`update access.terminal_enrolment set voided_at = ${`${one.issuedAt}`}
    where terminal_id = ${one.terminalId} and redeemed_at is null and voided_at is null`.execute(tx)
  await sql`insert into access.terminal_enrolment (id, terminal_id, code_hash, issued_by, issued_at, expires_at) values
    (${one.id}, ${one.terminalId}, ${one.codeHash}, ${one.issuedBy}, ${`${one.issuedAt}`}, ${`${one.expiresAt}`})`.execute(
    tx,
  )
}

/** The code's enrolment if nobody has used it yet and no newer one replaced it; expired ones too, to be refused by name. */
export async function lockOpenEnrolment(tx: Tx, codeHash: string): Promise<Enrolment | undefined> {
  const { rows } = await sql<Enrolment>`select id, terminal_id, expires_at from access.terminal_enrolment
    where code_hash = ${codeHash} and redeemed_at is null and voided_at is null for update`.execute(tx)
  return rows[0]
}

export async function markRedeemed(tx: Tx, id: string, at: Temporal.Instant): Promise<void> {
  await sql`update access.terminal_enrolment set redeemed_at = ${`${at}`} where id = ${id}`.execute(tx)
}
