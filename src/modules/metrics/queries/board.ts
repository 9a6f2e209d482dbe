import { sql } from 'kysely'
import { addWorkingDays, type HolidayCalendar, workingDaysBetween } from '#kernel/working-days'
import type { Tx } from '#platform/database'
import type { BoardEvent, BoardMap, Promised } from '../contract/board.ts'

const inTown = (town: string | undefined) => (town ? sql`left(area_code, 9) = ${town}` : sql`true`)
const each = 30
/** Alerts come by the dozen when a batch of the lake is read: they must not drive everything else out of sight. */
const eachAlert = 6

/** 实时事件: the newest of every domain that tells its time, seven days back, within the reader's areas. */
export async function listEvents(tx: Tx, today: string, town: string | undefined): Promise<readonly BoardEvent[]> {
  const week = sql`${today}::date - 7`
  const since = sql`(${today}::date - 7)::timestamp at time zone 'Asia/Shanghai'`
  const { rows } = await sql<BoardEvent>`
    with event as (
      (select captured_at as at, 'applied' as kind, application_no as ref, service as about, area_code
        from licensing.published_application where received_on >= ${week} and ${inTown(town)} order by captured_at desc limit ${each})
      union all
      (select decided_at, 'decided', application_no, service, area_code
        from licensing.published_application where decided_on >= ${week} and decided_at is not null and ${inTown(town)}
        order by decided_at desc limit ${each})
      union all
      (select raised_at, 'alert', id::text, kind, area_code
        from monitoring.published_alert where raised_at >= ${since} and ${inTown(town)} order by raised_at desc limit ${eachAlert})
      union all
      (select at, 'visit', task_id, outcome, area_code
        from inspection.published_check where checked_on >= ${week} and ${inTown(town)} order by at desc limit ${each})
      union all
      (select opened_at, 'case', no, origin, area_code
        from cases.published_case where opened_on >= ${week} and ${inTown(town)} order by opened_at desc limit ${each}))
    select e.at, e.kind, e.ref, coalesce(e.about, '') as about, coalesce(t.name, '') as town_name
    from event e left join registry.published_area t on t.code = left(e.area_code, 9)
    order by e.at desc limit ${each}`.execute(tx)
  return rows
}

interface Day {
  readonly today: Temporal.PlainDate
  readonly soonDays: number
  readonly calendar: HolidayCalendar
}

const shown = 40

/** 将到期的承诺: every running clock of every domain that is late or ends within the next working days, the latest first. */
export async function listPromises(
  tx: Tx,
  { today, soonDays, calendar }: Day,
  town: string | undefined,
): Promise<{ readonly late: number; readonly soon: number; readonly items: Promised[] }> {
  const until = addWorkingDays(calendar, today, soonDays)
  const last = until.ok ? until.value.toString() : today.add({ days: soonDays }).toString()
  const due = sql`due_on <= ${last}::date and ${inTown(town)}`
  const { rows } = await sql<Omit<Promised, 'daysLeft'> & { readonly late: number; readonly all: number }>`
    with promise as (
      select 'application' as kind, application_no as ref, service as about, area_code, due_on from licensing.published_promise where ${due}
      union all
      select 'delivery', item_no, service, area_code, serve_by from delivery.published_item
        where served_on is null and serve_by <= ${last}::date and ${inTown(town)}
      union all
      select 'clue', no, matter, area_code, due_on from intelligence.published_clue where decided_on is null and closed_on is null and ${due}
      union all
      select 'case', no, coalesce(violation, origin), area_code, due_on from cases.published_case where ${due})
    select p.kind, p.ref, p.about, coalesce(t.name, '') as town_name, p.due_on::text as due_on,
      count(*) filter (where p.due_on < ${today.toString()}::date) over ()::int as late, count(*) over ()::int as all
    from promise p left join registry.published_area t on t.code = left(p.area_code, 9)
    order by p.due_on, p.ref limit ${shown}`.execute(tx)
  const items = rows.map(({ late: _, all: __, ...row }) => {
    const left = workingDaysBetween(calendar, today, Temporal.PlainDate.from(row.dueOn))
    return { ...row, daysLeft: left.ok ? left.value : null }
  })
  const { late = 0, all = 0 } = rows[0] ?? {}
  return { late, soon: all - late, items }
}

/** Alerts that wait for a person, where their shop stands. */
export async function listOpenAlerts(tx: Tx, town: string | undefined): Promise<BoardMap['alerts']> {
  const { rows } = await sql<BoardMap['alerts'][number]>`
    select a.id::text as id, r.shop_name as name, a.score, r.lng, r.lat
    from monitoring.published_alert a join registry.published_retailer r on r.licence_no = a.subject
    where a.subject_kind = 'retailer' and a.state = 'open' and r.lng is not null
      and ${town ? sql`left(a.area_code, 9) = ${town}` : sql`true`}
    order by a.score desc limit 500`.execute(tx)
  return rows
}

/**
 * How many facts each domain has announced since the stream began (and a little before: a number given earlier may be committed later).
 * Numbers only; what happened is read with the reader's own rights.
 */
export async function announcedSince(tx: Tx, first: number): Promise<string> {
  const { rows } = await sql<{ domain: string; n: number }>`
    select split_part(event, '.', 1) as domain, count(*)::int as n from platform.announcement
    where id > ${first} group by 1 order by 1`.execute(tx)
  return JSON.stringify(Object.fromEntries(rows.map(({ domain, n }) => [domain, n])))
}

export async function lastAnnouncement(tx: Tx): Promise<number> {
  const { rows } = await sql<{ id: number | null }>`select max(id) as id from platform.announcement`.execute(tx)
  return rows[0]?.id ?? 0
}
