import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { Timed } from '../rules/measures/response.ts'

interface Row extends Timed {
  readonly agency: string
  readonly town: string | null
}

/** Tasks given since a day with the instants that the figures are computed from; the bureau's own are `bureau`. */
export async function listTimed(tx: Tx, since: string, today: string): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`
    select t.id as task_id, coalesce(t.agency_id::text, 'bureau') as agency_id, coalesce(a.name, '烟草专卖局') as agency,
      case when length(t.area_code) >= 9 then left(t.area_code, 9) end as town_code, r.name as town,
      t.given_at, t.received_at, t.answered_at, t.finished_at,
      t.state in ('given', 'received', 'working', 'refused') and t.due_on < ${today}::date as overdue
    from partners.task t left join partners.agency a on a.id = t.agency_id
    left join registry.published_area r on r.code = left(t.area_code, 9) and length(t.area_code) >= 9
    where t.state <> 'withdrawn' and t.given_at >= (${since}::date)::timestamp at time zone 'Asia/Shanghai' order by t.id`.execute(
    tx,
  )
  return rows
}

/** Items given since a day, with the instants that the figures are computed from; ended is finished. */
export async function listTimedItems(tx: Tx, since: string, now: string): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`
    select i.no as task_id, i.agency_id::text as agency_id, a.name as agency,
      case when length(i.area_code) >= 9 then left(i.area_code, 9) end as town_code, r.name as town,
      i.given_at, i.received_at, i.answered_at, case when i.state = 'closed' then i.ended_at end as finished_at,
      ${lateItem(now)} as overdue
    from partners.item i join partners.agency a on a.id = i.agency_id
    left join registry.published_area r on r.code = left(i.area_code, 9) and length(i.area_code) >= 9
    where ${givenSince(since)} order by i.no`.execute(tx)
  return rows
}

/** What the figures of items count, and what they open to. */
export const givenSince = (since: string) =>
  sql`i.given_at >= (${since}::date)::timestamp at time zone 'Asia/Shanghai' and i.state <> 'withdrawn'`
export const lateItem = (now: string) => sql`(i.ended_at is null and i.answered_at is null
  and coalesce(case when i.received_at is null then i.receive_due_at else i.answer_due_at end < ${now}::timestamptz, false))`

export interface Took {
  readonly agencyId: string
  readonly meetings: number
  readonly actions: number
  readonly onTime: number
  readonly finished: number
}

/** Per agency since a day: meetings attended, actions taken part in, tasks finished and finished in time. */
export async function listTook(tx: Tx, since: string): Promise<readonly Took[]> {
  const from = sql`(${since}::date)::timestamp at time zone 'Asia/Shanghai'`
  const { rows } = await sql<Took>`
    select x.agency_id,
      (select count(*)::int from partners.meeting_guest g join partners.meeting m on m.id = g.meeting_id
        where g.agency_id::text = x.agency_id and g.attended and m.starts_at >= ${from}) as meetings,
      (select count(*)::int from partners.action a where a.started_at >= ${from} and exists (select from partners.action_member m
        where m.action_id = a.id and coalesce(m.agency_id::text, 'bureau') = x.agency_id)) as actions,
      count(*) filter (where t.finished_at is not null)::int as finished,
      count(*) filter (where (t.finished_at at time zone 'Asia/Shanghai')::date <= t.due_on)::int as on_time
    from (select id::text as agency_id from partners.agency union all select 'bureau') x
    left join partners.task t on coalesce(t.agency_id::text, 'bureau') = x.agency_id and t.state <> 'withdrawn' and t.given_at >= ${from}
    group by x.agency_id`.execute(tx)
  return rows
}
