import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { BarFact } from '../rules/checks/facts.ts'

export interface PersonBar {
  readonly personIndex: string
  readonly areaCode: string
  readonly kind: BarFact['kind']
  /** Number of the document or case. */
  readonly source: string
  readonly since: string
  readonly nameSealed?: string
  readonly idNoMasked?: string
  readonly basis?: string
  readonly recordedBy?: string
  readonly recordedAt?: string
}

/** Said twice by the same document it stands once. */
export async function savePersonBars(tx: Tx, bars: readonly PersonBar[]): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into licensing.person_bar (person_index, area_code, kind, source, since, name_sealed, id_no_masked, basis, recorded_by,
      recorded_at)
    select "personIndex", "areaCode", kind, source, since, "nameSealed", "idNoMasked", coalesce(basis, ''), "recordedBy", "recordedAt"
    from jsonb_to_recordset(${JSON.stringify(bars)}::jsonb)
      as r("personIndex" text, "areaCode" text, kind text, source text, since date, "nameSealed" text, "idNoMasked" text,
        basis text, "recordedBy" text, "recordedAt" timestamptz)
    on conflict do nothing`.execute(tx)
  return Number(numAffectedRows ?? 0)
}

export interface BarRow {
  readonly id: string
  readonly kind: BarFact['kind']
  readonly source: string
  readonly basis: string
  readonly since: string
  readonly nameSealed: string | null
  readonly idNoMasked: string | null
  readonly by: string | null
  readonly endedOn: string | null
  readonly endReason: string | null
}

/** The newest two hundred of the reader's areas, those that stand first. */
export async function listPersonBars(tx: Tx): Promise<readonly BarRow[]> {
  const { rows } = await sql<BarRow>`
    select b.id::text, b.kind, b.source, b.basis, b.since, b.name_sealed, b.id_no_masked, s.name as by, b.ended_on, b.end_reason
    from licensing.person_bar b left join access.published_staff s on 'staff:' || s.id::text = b.recorded_by
    order by b.ended_on is not null, b.since desc, b.id desc limit 200`.execute(tx)
  return rows
}

/** False when there is none or it was lifted before. */
export async function endPersonBar(
  tx: Tx,
  id: string,
  end: { readonly on: string; readonly reason: string; readonly by: string },
): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update licensing.person_bar set ended_on = ${end.on}, end_reason = ${end.reason},
    ended_by = ${end.by} where id = ${id} and ended_on is null`.execute(tx)
  return numAffectedRows === 1n
}
