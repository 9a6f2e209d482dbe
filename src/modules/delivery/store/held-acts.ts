import { sql } from 'kysely'
import type { Tx } from '#platform/database'

export interface NewHeldAct {
  readonly id: string
  readonly areaCode: string
  readonly itemNo: string
  readonly kind: string
  readonly why: string
  readonly sealed: string
  readonly by: string
  readonly capturedAt: string
  readonly heldAt: string
}

export async function insertHeldAct(tx: Tx, h: NewHeldAct): Promise<void> {
  await sql`insert into delivery.held_act (id, area_code, item_no, kind, why, sealed, by, captured_at, held_at)
    values (${h.id}, ${h.areaCode}, ${h.itemNo}, ${h.kind}, ${h.why}, ${h.sealed}, ${h.by}, ${h.capturedAt},
      ${h.heldAt})`.execute(tx)
}

/** False when it is not there or was settled already. */
export async function settleHeldAct(
  tx: Tx,
  id: string,
  by: { by: string; at: string; note: string },
): Promise<boolean> {
  const { numAffectedRows } = await sql`update delivery.held_act set settled_by = ${by.by}, settled_at = ${by.at},
      settled_note = ${by.note} where id = ${id} and settled_at is null`.execute(tx)
  return numAffectedRows === 1n
}
