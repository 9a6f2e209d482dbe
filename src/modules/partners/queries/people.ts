import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '#platform/database'

/**
 * The name behind `staff:…` or `partner:…/…`. Who may not see the other side's people reads 烟草专卖局 or 协作单位 (an agency sees its own
 * people and none of ours).
 */
export const nameOf = (by: RawBuilder<unknown>): RawBuilder<string> => sql<string>`coalesce(
  (select s.name from access.published_staff s where ${by} = 'staff:' || s.id),
  (select p.name from access.published_partner_account p where p.id::text = nullif(split_part(${by}, '/', 2), '')),
  case when ${by} like 'partner:%' then '协作单位' else '烟草专卖局' end)`

export interface AgencyChoice {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly areas: readonly string[]
  readonly contacts: readonly { readonly id: string; readonly name: string; readonly duty: string }[]
}

/** Agencies that still work with us, each with the people who answer for it. */
export async function listChoices(tx: Tx): Promise<readonly AgencyChoice[]> {
  const { rows } = await sql<AgencyChoice>`
    select a.id::text as id, a.name, a.kind, a.areas, coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name, 'duty', c.duty)
      order by c.name) from partners.contact c where c.agency_id = a.id and c.state = 'active'), '[]') as contacts
    from partners.agency a where a.state = 'active' order by a.kind, a.name`.execute(tx)
  return rows
}

export interface Colleague {
  readonly id: string
  readonly name: string
}

/** Colleagues who may plan or go. */
export async function listColleagues(tx: Tx): Promise<readonly Colleague[]> {
  const { rows } = await sql<Colleague>`
    select s.id::text as id, s.name from access.published_staff s
    where s.state = 'active' and s.roles && array['inspector', 'analyst', 'head', 'legal'] order by s.name`.execute(tx)
  return rows
}

/** Where an agency's own matters belong. */
export async function findAgencyArea(tx: Tx, id: string): Promise<string | undefined> {
  const { rows } = await sql<{ area: string }>`select areas[1] as area from partners.agency where id = ${id}`.execute(
    tx,
  )
  return rows[0]?.area
}
