import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { StaffChangeView, StaffMember } from '../contract/staff.ts'

export type SealedMember = Omit<StaffMember, 'phoneMasked'> & { readonly phoneSealed: string | null }
export type SealedChange = Omit<StaffChangeView, 'phoneMasked'> & { readonly phoneSealed: string | null }

/**
 * Colleagues of the county. Needs a transaction of scope `all`, because telephones lie apart and sealed; `areas` are those
 * of whoever asks.
 */
export async function listMembers(tx: Tx, areas: readonly string[]): Promise<SealedMember[]> {
  const { rows } = await sql<SealedMember>`
    select s.id, s.account, s.name, s.roles, s.areas, s.state, s.agency_id, s.on_duty, s.last_sign_in_at, c.phone_sealed,
      case when s.certificate_no is null then null
        else jsonb_build_object('no', s.certificate_no, 'from', s.certificate_from, 'to', s.certificate_to) end as certificate
    from access.staff s left join access.staff_contact c on c.staff_id = s.id
    where ${sameCounty(sql`s.areas`, areas)}
    order by s.state, s.account`.execute(tx)
  return rows
}

/** What waits for the second person, oldest first; below it the last fifty that were decided. */
export async function listChanges(tx: Tx, areas: readonly string[]): Promise<SealedChange[]> {
  const { rows } = await sql<SealedChange>`
    select c.id, c.kind, c.account, nullif(c.wanted, 'null'::jsonb) as wanted, c.phone_sealed, c.state, p.name as proposed_by,
      c.proposed_by as proposed_by_id, c.proposed_at, d.name as decided_by, c.decided_at, c.reason
    from access.staff_change c join access.staff p on p.id = c.proposed_by left join access.staff d on d.id = c.decided_by
    where ${sameCounty(sql`c.areas`, areas)}
    order by c.state <> 'proposed', case when c.state = 'proposed' then c.proposed_at end, c.decided_at desc
    limit 50`.execute(tx)
  return rows
}

const sameCounty = (column: ReturnType<typeof sql>, areas: readonly string[]) =>
  sql`exists (select from unnest(${column}) mine where left(mine, 6) = any(${areas.map(area => area.slice(0, 6))}))`
