import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { Candidate } from '../rules/task/calendar.ts'
import type { RegularCandidate } from '../rules/task/cycle.ts'
import type { TaskKind, TaskState } from '../rules/task/moves.ts'

/** Shops that trade today with what decides who is asked for first. */
export async function listCalendarCandidates(tx: Tx, today: Temporal.PlainDate): Promise<readonly Candidate[]> {
  const { rows } = await sql<Candidate>`
    with mine as (
      select t.licence_no,
        count(*) filter (where t.state in ('assigned', 'visiting', 'found', 'closed')
          and extract(year from t.visit_on) = ${today.year})::int as visits,
        max(t.visit_on) filter (where t.state in ('found', 'closed')) as last_visit,
        count(*) filter (where f.outcome in ('rectify', 'filed') and f.checked_on >= ${today.subtract({ years: 1 }).toString()}::date)::int as bad,
        bool_or(t.state in ('proposed', 'assigned', 'visiting')) as waits
      from inspection.task t left join inspection.finding f on f.task_id = t.id group by t.licence_no
    )
    select r.licence_no, r.town_code as town, coalesce(c.class, 'N') as class, coalesce(m.bad, 0) as bad, m.last_visit,
      coalesce(m.visits, 0) as visits, coalesce(m.waits, false) as waits
    from registry.published_retailer r left join mine m on m.licence_no = r.licence_no
    left join inspection.shop_class c on c.licence_no = r.licence_no
    where r.licence_state in ('valid', 'rectifying', 'expiredPending')`.execute(tx)
  return rows
}

/** The same with the day of the licence. */
export async function listRegularCandidates(tx: Tx, today: Temporal.PlainDate): Promise<readonly RegularCandidate[]> {
  const candidates = await listCalendarCandidates(tx, today)
  const { rows } = await sql<{ licenceNo: string; licensedOn: string }>`
    select licence_no, licensed_on from registry.published_retailer`.execute(tx)
  const since = new Map(rows.map(({ licenceNo, licensedOn }) => [licenceNo, licensedOn]))
  return candidates.map(one => ({ ...one, licensedOn: since.get(one.licenceNo) ?? today.toString() }))
}

/** How many proposals each period (or week of the cycle) has made, and how many of them were sent. */
export async function countRaised(
  tx: Tx,
  source: 'calendar' | 'cycle' = 'calendar',
): Promise<ReadonlyMap<string, { proposed: number; sent: number }>> {
  const { rows } = await sql<{ ref: string; proposed: number; sent: number }>`
    select source_ref as ref, count(*)::int as proposed,
      count(*) filter (where state in ('assigned', 'visiting', 'found', 'closed'))::int as sent
    from inspection.task where source = ${source} group by source_ref`.execute(tx)
  return new Map(rows.map(({ ref, ...counts }) => [ref, counts]))
}

export interface DayTask {
  readonly id: string
  readonly licenceNo: string
  readonly shopName: string
  readonly town: string
  readonly kind: TaskKind
  readonly hours: 'office' | 'off'
  readonly state: TaskState
  readonly officers: readonly string[]
  /** The day of the visit; of a proposal its last day. */
  readonly day: string
}

/** Visits of these days, and proposals that end in them. */
export async function listDayTasks(tx: Tx, from: string, to: string): Promise<readonly DayTask[]> {
  const { rows } = await sql<DayTask>`
    select t.id, t.licence_no, coalesce(r.shop_name, '') as shop_name, coalesce(a.name, left(t.area_code, 9)) as town,
      t.kind, t.hours, t.state, coalesce(t.visit_on, t.due_by) as day,
      coalesce((select array_agg(s.name order by s.name) from access.published_staff s where s.id = any(t.officers)), '{}') as officers
    from inspection.task t
    left join registry.published_retailer r on r.licence_no = t.licence_no
    left join registry.published_area a on a.code = left(t.area_code, 9)
    where t.state in ('proposed', 'assigned', 'visiting', 'found', 'closed')
      and coalesce(t.visit_on, t.due_by) between ${from}::date and ${to}::date
    order by coalesce(t.visit_on, t.due_by), t.state = 'proposed', t.hours, t.id limit 2000`.execute(tx)
  return rows
}

/** 年度上限: shops that have had their visits of the year, or more. */
export async function listCapped(tx: Tx, year: number, cap: number) {
  const { rows } = await sql<{ licenceNo: string; shopName: string; town: string; visits: number }>`
    select t.licence_no, coalesce(max(r.shop_name), '') as shop_name, coalesce(max(a.name), '') as town, count(*)::int as visits
    from inspection.task t
    left join registry.published_retailer r on r.licence_no = t.licence_no
    left join registry.published_area a on a.code = left(t.area_code, 9)
    where t.state in ('assigned', 'visiting', 'found', 'closed') and extract(year from t.visit_on) = ${year}
    group by t.licence_no having count(*) >= ${cap} order by count(*) desc, t.licence_no limit 500`.execute(tx)
  return rows
}
