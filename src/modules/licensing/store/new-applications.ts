import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { BarFact, HoldKind } from '../rules/checks/facts.ts'
import { openStatesSql } from './licences.ts'

/** An application for the same shop by the same person that is still open. */
export async function findOpenIssue(tx: Tx, personIndex: string, shopName: string): Promise<string | null> {
  const { rows } = await sql<{ applicationNo: string }>`
    select application_no from licensing.application
    where service = 'issue' and person_index = ${personIndex} and shop_name = ${shopName} and state = any(${openStatesSql})
    limit 1`.execute(tx)
  return rows[0]?.applicationNo ?? null
}

export async function listStoppedServices(tx: Tx): Promise<readonly string[]> {
  const { rows } = await sql<{ service: string }>`
    select distinct coalesce(service, 'all') as service from licensing.automatic_stop where ended_at is null`.execute(
    tx,
  )
  return rows.map(row => row.service)
}

export interface PersonRecord {
  /** What is open against any licence of the person; of the premises of another shop nothing. */
  readonly holds: readonly HoldKind[]
  readonly bars: readonly BarFact[]
  /** Open 新办 applications of the town, whoever's. */
  readonly earlierInTown: number
}

/** 申请人的记录: reported against the person, or against any licence he has or had. */
export async function readPersonRecord(tx: Tx, personIndex: string, town: string): Promise<PersonRecord> {
  const { rows } = await sql<PersonRecord>`
    with reported as (
      select h.kind, h.since from licensing.hold h join licensing.licence l on l.licence_no = h.licence_no
      where l.operator_index = ${personIndex} and h.ended_on is null
      union all
      select b.kind, b.since from licensing.person_bar b where b.person_index = ${personIndex} and b.ended_on is null
      union all
      select case p.kind when 'disqualify' then 'disqualified' else 'fraud' end, p.decided_on from licensing.proceeding p join licensing.licence l on l.licence_no = p.licence_no
      where l.operator_index = ${personIndex} and p.kind in ('disqualify', 'rescindFraud') and p.state = 'decided'
        -- A decision that fell bars nobody.
        and not exists (select from licensing.proceeding r where r.licence_no = p.licence_no and r.kind = 'restore'
          and r.state = 'decided' and r.proceeding_no > p.proceeding_no))
    select
      array(select distinct kind from reported where kind in ('openCase', 'rectification', 'unpaidFine', 'amountsReached')
        order by kind) as holds,
      coalesce((select jsonb_agg(jsonb_build_object('kind', kind, 'since', since) order by kind, since)
        from (select kind, max(since) as since from reported
          where kind in ('disqualified', 'fraud', 'falseMaterial', 'unlicensedTwice') group by kind) last), '[]') as bars,
      licensing.count_open_new(${town}, ${openStatesSql}) as earlier_in_town`.execute(tx)
  const [row] = rows
  if (!row) throw new Error('the record of a person is always one row')
  return row
}
