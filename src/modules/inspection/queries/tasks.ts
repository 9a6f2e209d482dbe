import { sql } from 'kysely'
import type { Citation } from '#kernel/citation'
import { findRetailer } from '#modules/registry'
import type { Db, Tx } from '#platform/database'
import type { Outcome } from '../rules/draw/room.ts'
import type { Force } from '../rules/task/first.ts'
import type { TaskKind, TaskSource, TaskState } from '../rules/task/moves.ts'
import type { Officer } from '../rules/task/plan.ts'

/** Visits of a shop in a year that were made or are to be made; a drawn or reported one counts like any other. */
export async function countVisits(tx: Tx, licenceNo: string, year: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from inspection.task where licence_no = ${licenceNo}
      and state in ('assigned', 'visiting', 'found', 'closed') and extract(year from visit_on) = ${year}`.execute(tx)
  return rows[0]?.n ?? 0
}

/** Everybody who might be sent on a day, with certificate, load, recusals and interests: the rule says who may. */
export async function listCandidates(tx: Tx, on: string, licenceNo: string): Promise<readonly Officer[]> {
  const shop = await findRetailer(tx, licenceNo)
  const { rows } = await sql<Officer>`
    select s.id::text as id, s.name, s.roles, s.areas, s.certificate_from, s.certificate_to,
      (select count(*)::int from inspection.task t where s.id = any(t.officers) and t.visit_on = ${on}
        and t.state in ('assigned', 'visiting')) as load,
      exists (select from inspection.draw_recusal r where r.officer = s.id::text and r.object = ${licenceNo}) as recused,
      s.id in (select access.published_standing_back(${licenceNo}, ${shop?.operatorIndex ?? null}, ${on}::date)) as interested
    from access.published_staff s
    where s.state = 'active' and s.roles && array['inspector', 'verifier', 'helper', 'courier'] order by s.name`.execute(
    tx,
  )
  return rows
}

/** 力量: certified officers in pairs, and what they are sent to within seven days. */
export async function countForce(db: Db | Tx, today: Temporal.PlainDate): Promise<Pick<Force, 'pairs' | 'planned'>> {
  const [on, until] = [today.toString(), today.add({ days: 6 }).toString()]
  const { rows } = await sql<{ officers: number; planned: number }>`
    select (select count(*)::int from access.published_staff s where s.state = 'active' and 'inspector' = any(s.roles)
        and ${on}::date between s.certificate_from and s.certificate_to) as officers,
      (select count(*)::int from inspection.task t where t.state in ('assigned', 'visiting')
        and t.visit_on between ${on} and ${until}) as planned`.execute(db)
  const { officers = 0, planned = 0 } = rows[0] ?? {}
  return { pairs: Math.floor(officers / 2), planned }
}

/** Whether there is any task at all; a demonstration tells its past once. */
export async function hasTasks(tx: Tx): Promise<boolean> {
  const { rows } = await sql`select from inspection.task limit 1`.execute(tx)
  return rows.length > 0
}

export interface TaskRow {
  readonly id: string
  readonly licenceNo: string
  readonly shopName: string
  readonly town: string
  readonly areaCode: string
  readonly kind: TaskKind
  readonly source: TaskSource
  readonly sourceRef: string | null
  readonly reasons: readonly string[]
  readonly why: string
  readonly checklist: readonly string[]
  readonly basis: readonly Citation[]
  readonly hours: 'office' | 'off'
  readonly dueBy: string
  readonly partner: string | null
  readonly state: TaskState
  readonly version: number
  readonly visitOn: string | null
  readonly officers: readonly string[]
  readonly proposedBy: string
  readonly visits: number
  readonly officerIds: readonly string[]
  readonly outcome: Outcome | null
  readonly rectifyBy: string | null
  readonly foundWords: string | null
  readonly recordNo: string | null
  /** Of the alert that asked for it. */
  readonly score: number | null
}

/** The board: open tasks and those of the last months, the most urgent first. A task or an asking that is named is found however old it is. */
export async function listTasks(
  db: Db | Tx,
  {
    since,
    year,
    id,
    ref,
    licenceNo,
    ids,
  }: {
    readonly since: string
    readonly year: number
    readonly id?: string
    readonly ref?: string
    readonly licenceNo?: string
    /** These and no others, however old they are. */
    readonly ids?: readonly string[]
  },
): Promise<readonly TaskRow[]> {
  const named = ids === undefined ? null : [...ids]
  const { rows } = await sql<TaskRow>`
    select t.id, t.licence_no, coalesce(r.shop_name, '') as shop_name, coalesce(a.name, left(t.area_code, 9)) as town, t.area_code,
      t.kind, t.source, t.source_ref, t.reasons, t.why, t.checklist, t.basis, t.hours, t.due_by, t.partner, t.state, t.version, t.visit_on,
      coalesce((select array_agg(s.name order by s.name) from access.published_staff s where s.id = any(t.officers)), '{}') as officers,
      coalesce(p.name, t.proposed_by) as proposed_by,
      (select count(*)::int from inspection.task v where v.licence_no = t.licence_no and extract(year from v.visit_on) = ${year}
        and v.state in ('assigned', 'visiting', 'found', 'closed')) as visits,
      t.officers::text[] as officer_ids, f.outcome, f.rectify_by, f.words as found_words, v.number as record_no, l.score
    from inspection.task t
    left join inspection.finding f on f.task_id = t.id
    left join inspection.visit_record v on v.task_id = t.id
    left join registry.published_retailer r on r.licence_no = t.licence_no
    left join registry.published_area a on a.code = left(t.area_code, 9)
    left join monitoring.published_alert l on t.source = 'alert' and l.id::text = t.source_ref
    left join access.published_staff p on 'staff:' || p.id = t.proposed_by
    where (${id ?? null}::text is null or t.id = ${id ?? null}) and (${ref ?? null}::text is null or t.source_ref = ${ref ?? null})
      and (${licenceNo ?? null}::text is null or t.licence_no = ${licenceNo ?? null})
      and (${named}::text[] is null or t.id = any(${named}))
      and (${id ?? ref ?? ids?.[0] ?? null}::text is not null or t.state in ('proposed', 'assigned', 'visiting', 'found') or t.proposed_at >= ${since}::date)
    order by t.due_by, t.id limit 2000`.execute(db)
  return rows
}

export async function listTaskEvents(db: Db | Tx, taskId: string) {
  const { rows } = await sql<{ at: string; event: string; toState: TaskState; by: string; note: string }>`
    select e.at, e.event, e.to_state, coalesce(s.name, e.by) as by, e.note from inspection.task_event e
    left join access.published_staff s on 'staff:' || s.id = e.by
    where e.task_id = ${taskId} order by e.id`.execute(db)
  return rows
}

/** Open proposals whose last day is past. */
export async function listLapsed(tx: Tx, today: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from inspection.task where state = 'proposed' and due_by < ${today} order by id`.execute(tx)
  return rows.map(({ id }) => id)
}

/** Proposals of one draw or alert that nobody has sent yet. */
export async function listProposedOf(tx: Tx, source: TaskSource, ref: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from inspection.task where source = ${source} and source_ref = ${ref} and state = 'proposed' order by id`.execute(
    tx,
  )
  return rows.map(({ id }) => id)
}

/** Shops that have had their visits of the year. */
export async function listAtCap(tx: Tx, year: number, cap: number): Promise<readonly string[]> {
  const { rows } = await sql<{ licenceNo: string }>`
    select licence_no from inspection.task
    where state in ('assigned', 'visiting', 'found', 'closed') and extract(year from visit_on) = ${year}
    group by licence_no having count(*) >= ${cap} order by licence_no`.execute(tx)
  return rows.map(({ licenceNo }) => licenceNo)
}
