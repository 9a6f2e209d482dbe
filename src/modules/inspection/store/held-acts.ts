import { sql } from 'kysely'
import type { Db, Tx } from '#platform/database'

export interface NewHeldAct {
  readonly id: string
  readonly taskId: string
  readonly areaCode: string
  readonly kind: string
  readonly why: string
  readonly sealed: string
  readonly by: string
  readonly at: string
}

export const insertHeldAct = (tx: Tx, h: NewHeldAct) =>
  sql`insert into inspection.held_act (id, task_id, area_code, kind, why, sealed, by, held_at)
    values (${h.id}, ${h.taskId}, ${h.areaCode}, ${h.kind}, ${h.why}, ${h.sealed}, ${h.by}, ${h.at})`.execute(tx)

/** False when it is not there or was settled already. */
export async function settleHeldAct(
  tx: Tx,
  id: string,
  by: { readonly by: string; readonly at: string; readonly note: string },
): Promise<boolean> {
  const { numAffectedRows } = await sql`update inspection.held_act set settled_by = ${by.by}, settled_at = ${by.at},
      settled_note = ${by.note} where id = ${id} and settled_at is null`.execute(tx)
  return numAffectedRows === 1n
}

export async function listHeldActs(db: Db | Tx) {
  const { rows } = await sql<{ id: string; taskId: string; kind: string; why: string; by: string; heldAt: string }>`
    select h.id, h.task_id, h.kind, h.why, coalesce(s.name, h.by) as by, h.held_at from inspection.held_act h
    left join access.published_staff s on 'staff:' || s.id = h.by
    where h.settled_at is null order by h.held_at limit 200`.execute(db)
  return rows
}

export async function findHeldAct(tx: Tx, id: string): Promise<string | undefined> {
  const { rows } = await sql<{ sealed: string }>`select sealed from inspection.held_act where id = ${id}`.execute(tx)
  return rows[0]?.sealed
}
