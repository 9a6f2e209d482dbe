import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { ServiceCode } from '../rules/services/service.ts'

/** Days before today with automatic grants for which nothing was drawn yet; a server that was down makes up for it. */
export async function listUndrawnDays(tx: Tx, today: string): Promise<string[]> {
  const { rows } = await sql<{ day: string }>`
    select distinct d.decided_on as day from licensing.decision d where d.decided_as = 'machine' and d.decided_on < ${today}::date
      and not exists (select from licensing.draw w where w.kind = 'grant' and w.period = d.decided_on::text) order by 1`.execute(
    tx,
  )
  return rows.map(row => row.day)
}

export async function listAutomaticGrants(tx: Tx, day: string): Promise<string[]> {
  const { rows } = await sql<{ applicationNo: string }>`
    select application_no from licensing.decision where decided_as = 'machine' and decided_on = ${day}::date order by 1`.execute(
    tx,
  )
  return rows.map(row => row.applicationNo)
}

export interface ClosedFile {
  readonly applicationNo: string
  readonly service: ServiceCode
  /** 自动准予 of a licence that had more of them in the month than the policy lets pass. */
  readonly often: boolean
}

/**
 * 上月办结的卷宗: served, withdrawn, lapsed or not accepted in the month; an automatic grant taken on the screen is closed
 * with the grant.
 */
export async function listClosedFiles(
  tx: Tx,
  { from, before, automaticOver }: { readonly from: string; readonly before: string; readonly automaticOver: number },
): Promise<ClosedFile[]> {
  const { rows } = await sql<ClosedFile>`
    with closed as (
      select a.application_no, a.service, a.licence_no, coalesce(d.decided_as = 'machine', false) as machine,
        case when d.decided_as = 'machine' and a.deliver_mode = 'electronic' then d.decided_at else (
          select min(e.at) from licensing.application_event e where e.application_no = a.application_no
            and e.to_state in ('served', 'withdrawn', 'lapsed', 'notRequired', 'rejectedAcceptance')) end as at
      from licensing.application a left join licensing.decision d on d.application_no = a.application_no),
    month as (select * from closed where (at at time zone 'Asia/Shanghai')::date >= ${from}::date
      and (at at time zone 'Asia/Shanghai')::date < ${before}::date)
    select application_no, service, (machine and count(*) filter (where machine) over (partition by licence_no) > ${automaticOver}) as often
    from month order by application_no`.execute(tx)
  return rows
}

export async function isDrawn(tx: Tx, month: string): Promise<boolean> {
  const { rows } = await sql`select 1 from licensing.draw where kind = 'dossier' and period = ${month} limit 1`.execute(
    tx,
  )
  return rows.length > 0
}
