import { sql } from 'kysely'
import type { Tx } from '#platform/database'

export interface NewHeldAct {
  readonly id: string
  readonly agencyId: string | null
  readonly areaCode: string
  readonly act: unknown
  readonly why: string
  readonly by: string
  readonly at: string
}

export const insertHeldAct = (tx: Tx, h: NewHeldAct) =>
  sql`insert into partners.held_act (id, agency_id, area_code, act, why, by, at)
    values (${h.id}, ${h.agencyId}, ${h.areaCode}, ${JSON.stringify(h.act)}::jsonb, ${h.why}, ${h.by}, ${h.at})`.execute(
    tx,
  )

export async function settleHeldAct(tx: Tx, id: string, s: { by: string; at: string }): Promise<boolean> {
  const { numAffectedRows } = await sql`update partners.held_act set settled_by = ${s.by}, settled_at = ${s.at}
    where id = ${id} and settled_at is null`.execute(tx)
  return Number(numAffectedRows ?? 0) > 0
}
