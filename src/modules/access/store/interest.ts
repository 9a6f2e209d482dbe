import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { InterestKind } from '../rules/interest.ts'

export interface NewInterest {
  readonly id: string
  readonly staffId: string
  readonly kind: InterestKind
  readonly licenceNo: string | null
  readonly personIndex: string | null
  readonly personSealed: string | null
  readonly wordsSealed: string
  readonly fromOn: string
  readonly toOn: string | null
  readonly by: string
  readonly at: string
}

/** False where the person is unknown or the same interest is on record. */
export async function insertInterest(tx: Tx, i: NewInterest): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into access.staff_interest (id, staff_id, areas, kind, licence_no, person_index, person_sealed, words_sealed, from_on, to_on,
      stated_by, stated_at)
    select ${i.id}, s.id, s.areas, ${i.kind}, ${i.licenceNo}, ${i.personIndex}, ${i.personSealed}, ${i.wordsSealed}, ${i.fromOn}::date,
      ${i.toOn}::date, ${i.by}, ${i.at} from access.staff s where s.id = ${i.staffId} on conflict do nothing`.execute(
    tx,
  )
  return (numAffectedRows ?? 0n) > 0n
}

export async function lockInterest(tx: Tx, id: string) {
  const { rows } = await sql<{ staffId: string; ended: boolean }>`
    select staff_id::text as staff_id, ended_at is not null as ended from access.staff_interest where id = ${id} for update`.execute(
    tx,
  )
  return rows[0]
}

export const endInterestRow = (
  tx: Tx,
  id: string,
  e: { readonly by: string; readonly at: string; readonly reason: string },
) =>
  sql`update access.staff_interest set ended_by = ${e.by}, ended_at = ${e.at}, end_reason = ${e.reason} where id = ${id}`.execute(
    tx,
  )

export interface InterestRow extends Omit<NewInterest, 'by' | 'at' | 'personIndex'> {
  readonly staff: string
  readonly shopName: string | null
  readonly statedBy: string
  readonly statedAt: string
  readonly endedBy: string | null
  readonly endedAt: string | null
  readonly endReason: string | null
}

/** `of`: one person's; all of the county for a head. What lasts comes first. */
export async function listInterests(tx: Tx, of: string | null): Promise<readonly InterestRow[]> {
  const { rows } = await sql<InterestRow>`
    select i.id, i.staff_id::text as staff_id, s.name as staff, i.kind, i.licence_no, r.shop_name, i.person_sealed, i.words_sealed, i.from_on, i.to_on,
      p.name as stated_by, i.stated_at, e.name as ended_by, i.ended_at, i.end_reason
    from access.staff_interest i join access.staff s on s.id = i.staff_id join access.staff p on p.id = i.stated_by
    left join access.staff e on e.id = i.ended_by left join registry.published_retailer r on r.licence_no = i.licence_no
    where ${of}::uuid is null or i.staff_id = ${of}::uuid
    order by i.ended_at is not null, s.name collate "zh-Hans-CN-x-icu", i.stated_at desc limit 500`.execute(tx)
  return rows
}

export async function isShop(tx: Tx, licenceNo: string): Promise<boolean> {
  const { rows } = await sql`select from registry.published_retailer where licence_no = ${licenceNo}`.execute(tx)
  return rows.length > 0
}

/** Colleagues of the county who may be sent or may decide. */
export async function listOfficerNames(tx: Tx): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id::text as id, name from access.published_staff
    where state = 'active' and roles && array['inspector', 'verifier', 'head', 'legal', 'reviewer', 'decider', 'window']
    order by name collate "zh-Hans-CN-x-icu", id`.execute(tx)
  return rows
}
