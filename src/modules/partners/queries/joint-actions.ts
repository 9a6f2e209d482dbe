import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { ActionDetail, ActionRow } from '../contract.ts'
import { isInside, type Point } from '../rules/action/decide.ts'
import { readFigures } from './action-figures.ts'
import { findPlan, listVersions } from './action-plans.ts'
import { nameOf } from './people.ts'

/** What this reader may know of: row security leaves out what is not released to him. */
export async function listActions(
  tx: Tx,
  f: { readonly agency?: string; readonly since?: string } = {},
): Promise<ActionRow[]> {
  const agencies = f.agency?.split(',') ?? null
  const { rows } = await sql<ActionRow>`
    select a.id, a.kind, a.title, a.starts_at, a.ends_at, a.state, a.hidden and a.released_at is null as hidden,
      cardinality(a.agencies) as agencies, (select count(*)::int from partners.action_result r where r.action_id = a.id) as results
    from partners.action a
    where (${agencies}::text[] is null or exists (select from partners.action_member m where m.action_id = a.id
        and coalesce(m.agency_id::text, 'bureau') = any (${agencies}::text[])))
      and (${f.since ?? null}::date is null or a.started_at >= (${f.since ?? null}::date)::timestamp at time zone 'Asia/Shanghai')
    order by a.state in ('evaluated', 'dropped'), a.starts_at desc limit 200`.execute(tx)
  return rows
}

type Head = Omit<
  ActionDetail,
  'plan' | 'versions' | 'members' | 'phases' | 'results' | 'figures' | 'events' | 'mine'
> & {
  readonly writtenBy: string
}

export async function findAction(tx: Tx, id: string, by: string): Promise<ActionDetail | undefined> {
  const { rows } = await sql<Head>`
    select a.id, a.kind, a.title, a.purpose, coalesce(l.name, '烟草专卖局') as lead, a.starts_at, a.ends_at, a.area, a.state, a.version,
      a.hidden and a.released_at is null as hidden, a.evaluation, a.written_by,
      coalesce((select array_agg(s.name order by s.name) from access.published_staff s where s.id::text = any (a.planners)), '{}') as planners,
      case when a.evaluated_by is null then null else ${nameOf(sql`a.evaluated_by`)} end as evaluated_by
    from partners.action a left join partners.agency l on l.id = a.lead_agency where a.id = ${id}`.execute(tx)
  const [head] = rows
  if (!head) return undefined
  const { writtenBy, ...shown } = head
  return {
    ...shown,
    mine: writtenBy === by,
    plan: await findPlan(tx, id),
    versions: await listVersions(tx, id),
    members: await membersOf(tx, id, shown.area as Point[]),
    phases: await phasesOf(tx, id),
    ...(await readFigures(tx, id)),
    events: await eventsOf(tx, id),
  }
}

type Member = ActionDetail['members'][number]

/** 谁在哪里、到哪一步: each group with the last that was told from it. */
async function membersOf(tx: Tx, id: string, area: readonly Point[]): Promise<Member[]> {
  const { rows } = await sql<Omit<Member, 'position' | 'inside'> & { lng: number | null; lat: number | null }>`
    select m.id::text as id, m.agency_id::text as agency_id, coalesce(g.name, '烟草专卖局') as agency, m.name, m.duty,
      coalesce((select array_agg(s.name order by s.name) from access.published_staff s where s.id = any (m.staff)), '{}')
        || coalesce((select array_agg(c.name order by c.name) from partners.contact c where c.id = any (m.contacts)), '{}') as people,
      s.step, s.told_at as step_at, coalesce(s.words, '') as step_words, s.lng, s.lat
    from partners.action_member m left join partners.agency g on g.id = m.agency_id
    left join lateral (select * from partners.action_step s where s.action_id = m.action_id and s.member_id = m.id
      order by s.id desc limit 1) s on true
    where m.action_id = ${id} order by m.agency_id nulls first, m.name`.execute(tx)
  return rows.map(({ lng, lat, ...row }) => {
    const position: Point | null = lng === null || lat === null ? null : [lng, lat]
    return {
      ...row,
      position: position === null ? null : [...position],
      inside: position === null ? null : isInside(area, position),
    }
  })
}

export async function phasesOf(tx: Tx, id: string): Promise<ActionDetail['phases']> {
  const { rows } = await sql<ActionDetail['phases'][number]>`
    select n, title, planned_at, started_at, ended_at from partners.action_phase where action_id = ${id} order by n`.execute(
    tx,
  )
  return rows
}

async function eventsOf(tx: Tx, id: string): Promise<ActionDetail['events']> {
  const { rows } = await sql<ActionDetail['events'][number]>`
    select e.at, e.event, ${nameOf(sql`e.by`)} as by, e.note from partners.action_event e where e.action_id = ${id} order by e.id`.execute(
    tx,
  )
  return rows
}

/** Changes whenever anything on the board of this action did; empty for who may not see it. */
export async function actionMark(tx: Tx, id: string): Promise<string> {
  const { rows } = await sql<{ mark: string }>`
    select a.version || '.' || coalesce((select max(s.id) from partners.action_step s where s.action_id = a.id), 0)
      || '.' || coalesce((select max(r.id) from partners.action_result r where r.action_id = a.id), 0)
      || '.' || (select count(p.started_at) + count(p.ended_at) from partners.action_phase p where p.action_id = a.id) as mark
    from partners.action a where a.id = ${id}`.execute(tx)
  return rows[0]?.mark ?? ''
}
