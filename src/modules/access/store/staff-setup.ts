import { sql } from 'kysely'
import type { Tx } from '#platform/database'

export interface StaffSetup {
  readonly id: string
  readonly staffId: string
  readonly account: string
  readonly name: string
  readonly expiresAt: string
}

/** A new code ends the one before it. */
export async function insertSetup(
  tx: Tx,
  one: {
    readonly id: string
    readonly staffId: string
    readonly codeHash: string
    readonly issuedBy: string
    readonly at: Temporal.Instant
    readonly expiresAt: Temporal.Instant
  },
): Promise<void> {
  await voidSetups(tx, one.staffId, one.at)
  await sql`insert into access.staff_setup (id, staff_id, code_hash, issued_by, issued_at, expires_at) values
    (${one.id}, ${one.staffId}, ${one.codeHash}, ${one.issuedBy}, ${`${one.at}`}, ${`${one.expiresAt}`})`.execute(tx)
}

export async function voidSetups(tx: Tx, staffId: string, at: Temporal.Instant): Promise<void> {
  await sql`update access.staff_setup set voided_at = ${`${at}`}
    where staff_id = ${staffId} and used_at is null and voided_at is null`.execute(tx)
}

/** The setup of a code that nobody has used and no newer one replaced, of an account that is in use; expired ones too. */
export async function lockOpenSetup(tx: Tx, codeHash: string): Promise<StaffSetup | undefined> {
  const { rows } = await sql<StaffSetup>`
    select u.id, u.staff_id, s.account, s.name, u.expires_at
    from access.staff_setup u join access.staff s on s.id = u.staff_id
    where u.code_hash = ${codeHash} and u.used_at is null and u.voided_at is null and s.state = 'active'
    for update of u`.execute(tx)
  return rows[0]
}

export async function markSetupUsed(tx: Tx, id: string, at: Temporal.Instant): Promise<void> {
  await sql`update access.staff_setup set used_at = ${`${at}`} where id = ${id}`.execute(tx)
}
