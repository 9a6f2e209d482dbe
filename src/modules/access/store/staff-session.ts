import { sql } from 'kysely'
import type { AccountRole } from '#kernel/actor'
import type { Db, Tx } from '#platform/database'

export interface NewStaffSession {
  readonly id: string
  readonly tokenHash: string
  readonly staffId: string
  readonly openedAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
}

export async function insertStaffSession(tx: Tx, one: NewStaffSession): Promise<void> {
  const openedAt = `${one.openedAt}`
  await sql`insert into access.staff_session (id, token_hash, staff_id, opened_at, used_at, ends_at)
    values (${one.id}, ${one.tokenHash}, ${one.staffId}, ${openedAt}, ${openedAt}, ${`${one.endsAt}`})`.execute(tx)
}

/** Ends one session by its id or its token's hash, or all of a person. */
export async function endStaffSessions(
  tx: Tx,
  which: { readonly id: string } | { readonly tokenHash: string } | { readonly staffId: string },
  at: Temporal.Instant,
): Promise<void> {
  const chosen =
    'id' in which
      ? sql`id = ${which.id}`
      : 'tokenHash' in which
        ? sql`token_hash = ${which.tokenHash}`
        : sql`staff_id = ${which.staffId}`
  await sql`update access.staff_session set ended_at = ${`${at}`} where ${chosen} and ended_at is null`.execute(tx)
}

export interface AdmittedStaff {
  readonly sessionId: string
  readonly staffId: string
  readonly roles: AccountRole[]
  readonly areas: string[]
  /** Given: it is an account of a partner, not of a colleague. */
  readonly agencyId: string | null
}

/** Who holds a token, with the roles of this moment; `undefined` when the session has ended. */
export async function admitStaff(
  db: Db,
  tokenHash: string,
  when: { readonly at: Temporal.Instant; readonly idleSeconds: number },
): Promise<AdmittedStaff | undefined> {
  const { rows } =
    await sql<AdmittedStaff>`select session_id, staff_id, roles, areas, agency_id from access.admit_staff(
    ${tokenHash}, ${`${when.at}`}, make_interval(secs => ${when.idleSeconds}))`.execute(db)
  return rows[0]
}
