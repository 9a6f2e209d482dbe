import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { StaffChangeKind, StaffWanted } from '../contract/staff.ts'

export interface StaffChangeRow {
  readonly id: string
  readonly kind: StaffChangeKind
  readonly staffId: string | null
  readonly account: string
  readonly wanted: StaffWanted | null
  readonly phoneSealed: string | null
  readonly proposedBy: string
  readonly state: 'proposed' | 'confirmed' | 'rejected'
}

export async function insertChange(
  tx: Tx,
  one: Omit<StaffChangeRow, 'state'> & { readonly areas: readonly string[]; readonly at: Temporal.Instant },
): Promise<void> {
  await sql`insert into access.staff_change (id, kind, staff_id, account, areas, wanted, phone_sealed, proposed_by, proposed_at)
    values (${one.id}, ${one.kind}, ${one.staffId}, ${one.account}, ${[...one.areas]}, ${JSON.stringify(one.wanted)}::jsonb,
      ${one.phoneSealed}, ${one.proposedBy}, ${`${one.at}`})`.execute(tx)
}

export async function hasOpenChange(tx: Tx, account: string): Promise<boolean> {
  const { rows } =
    await sql`select 1 from access.staff_change where account = ${account} and state = 'proposed'`.execute(tx)
  return rows.length > 0
}

export async function lockChange(tx: Tx, id: string): Promise<StaffChangeRow | undefined> {
  const { rows } = await sql<StaffChangeRow>`
    select id, kind, staff_id, account, nullif(wanted, 'null'::jsonb) as wanted, phone_sealed, proposed_by, state
    from access.staff_change where id = ${id} for update`.execute(tx)
  return rows[0]
}

export async function saveDecision(
  tx: Tx,
  id: string,
  decision: {
    readonly state: 'confirmed' | 'rejected'
    readonly by: string
    readonly at: Temporal.Instant
    readonly staffId: string | null
    readonly reason?: string
  },
): Promise<void> {
  await sql`update access.staff_change set state = ${decision.state}, decided_by = ${decision.by},
    decided_at = ${`${decision.at}`}, staff_id = ${decision.staffId}, reason = ${decision.reason ?? null}
    where id = ${id}`.execute(tx)
}

/** How many other active people hold a role that this account holds. Needs a transaction of scope `all`. */
export async function countPeers(tx: Tx, account: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from access.staff other join access.staff one on one.account = ${account}
    where other.id <> one.id and other.state = 'active' and other.roles && one.roles`.execute(tx)
  return rows[0]?.n ?? 0
}
