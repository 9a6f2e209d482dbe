import { sql } from 'kysely'
import type { AccountRole } from '#kernel/actor'
import type { Tx } from '#platform/database'
import type { Certificate, StaffWanted } from '../contract/staff.ts'
import { endStaffSessions } from './staff-session.ts'

export interface StaffRow {
  readonly id: string
  readonly account: string
  readonly name: string
  readonly roles: AccountRole[]
  readonly areas: string[]
  readonly agencyId: string | null
  readonly state: 'active' | 'closed'
  readonly createdAt: string
  readonly lastSignInAt: string | null
}

const columns = sql`id, account, name, roles, areas, agency_id, state, created_at, last_sign_in_at`

export async function findStaff(tx: Tx, id: string): Promise<StaffRow | undefined> {
  const { rows } = await sql<StaffRow>`select ${columns} from access.staff where id = ${id}`.execute(tx)
  return rows[0]
}

export async function lockStaffByAccount(tx: Tx, account: string): Promise<StaffRow | undefined> {
  const { rows } =
    await sql<StaffRow>`select ${columns} from access.staff where account = ${account} for update`.execute(tx)
  return rows[0]
}

export interface NewStaff {
  readonly id: string
  readonly account: string
  readonly name: string
  readonly roles: readonly AccountRole[]
  readonly areas: readonly string[]
  readonly agencyId: string | null
  readonly demo: boolean
  readonly passwordHash: string
  readonly totpSealed: string
  readonly onDuty: boolean
  readonly certificate: Certificate | null
  readonly at: Temporal.Instant
}

export async function insertStaff(tx: Tx, one: NewStaff): Promise<void> {
  await sql`insert into access.staff (id, account, name, roles, areas, agency_id, demo, created_at, on_duty, certificate_no,
      certificate_from, certificate_to)
    values (${one.id}, ${one.account}, ${one.name}, ${[...one.roles]}, ${[...one.areas]}, ${one.agencyId}, ${one.demo}, ${`${one.at}`},
      ${one.onDuty}, ${one.certificate?.no ?? null}, ${one.certificate?.from ?? null}, ${one.certificate?.to ?? null})`.execute(
    tx,
  )
  await sql`insert into access.staff_credential (staff_id, password_hash, totp_sealed)
    values (${one.id}, ${one.passwordHash}, ${one.totpSealed})`.execute(tx)
}

/** The account as two people want it. */
export async function saveStaff(tx: Tx, id: string, wanted: StaffWanted): Promise<void> {
  const { name, roles, areas, state, onDuty, certificate } = wanted
  await sql`update access.staff set name = ${name}, roles = ${[...roles]}, areas = ${[...areas]}, state = ${state},
    on_duty = ${onDuty && state === 'active'}, certificate_no = ${certificate?.no ?? null},
    certificate_from = ${certificate?.from ?? null}, certificate_to = ${certificate?.to ?? null} where id = ${id}`.execute(
    tx,
  )
}

/** Whether an active colleague holds this certificate already. */
export async function certificateHolder(tx: Tx, no: string): Promise<string | undefined> {
  const { rows } = await sql<{ account: string }>`
    select account from access.staff where certificate_no = ${no} and state = 'active'`.execute(tx)
  return rows[0]?.account
}

export async function saveRoles(tx: Tx, id: string, roles: readonly AccountRole[]): Promise<void> {
  await sql`update access.staff set roles = ${[...roles]} where id = ${id}`.execute(tx)
}

export async function saveLastUse(tx: Tx, id: string, at: Temporal.Instant): Promise<void> {
  await sql`update access.staff set last_sign_in_at = ${`${at}`} where id = ${id}`.execute(tx)
}

/** Closes an account and its sessions; the row stays, because acts name it. */
export async function saveClosing(tx: Tx, id: string, at: Temporal.Instant): Promise<void> {
  await sql`update access.staff set state = 'closed' where id = ${id}`.execute(tx)
  await endStaffSessions(tx, { staffId: id }, at)
}
