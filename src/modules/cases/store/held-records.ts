import { sql } from 'kysely'
import type { Tx } from '#platform/database'

export interface HeldRecord {
  readonly id: string
  readonly caseNo: string
  readonly kind: string
  readonly act: string
  readonly why: string
  readonly by: string
  readonly heldAt: string
  readonly settledNote: string | null
}

const columns = sql`id::text as id, case_no, kind, act, why, by, to_char(held_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as held_at,
  settled_note`

export const insertHeldRecord = (tx: Tx, h: Omit<HeldRecord, 'settledNote'>) =>
  sql`insert into cases.held_record (id, case_no, kind, act, why, by, held_at)
    values (${h.id}, ${h.caseNo}, ${h.kind}, ${h.act}, ${h.why}, ${h.by}, ${h.heldAt})`.execute(tx)

export async function listHeldRecords(tx: Tx, caseNo: string): Promise<readonly HeldRecord[]> {
  const { rows } =
    await sql<HeldRecord>`select ${columns} from cases.held_record where case_no = ${caseNo} order by held_at`.execute(
      tx,
    )
  return rows
}

export async function lockHeldRecord(tx: Tx, id: string): Promise<HeldRecord | undefined> {
  const { rows } = await sql<HeldRecord>`select ${columns} from cases.held_record where id = ${id} for update`.execute(
    tx,
  )
  return rows[0]
}

export const settleHeldRecord = (tx: Tx, id: string, how: { by: string; at: string; note: string }) =>
  sql`update cases.held_record set settled_by = ${how.by}, settled_at = ${how.at}, settled_note = ${how.note} where id = ${id}`.execute(
    tx,
  )
