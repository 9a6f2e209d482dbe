import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { TaskView } from '../contract.ts'
import { isOverdue } from '../rules/task/decide.ts'
import { nameOf } from './people.ts'

export interface TaskFilter {
  readonly id?: string
  readonly source?: { readonly kind: string; readonly ref: string }
  /** Of one of these agencies. */
  readonly agencies?: readonly string[]
  readonly town?: string
  readonly state?: 'open' | 'overdue' | 'received' | 'answered' | 'finished' | 'onTime'
  readonly since?: string
  /** Of this colleague, besides what row security shows. */
  readonly staffId?: string
}

type Row = Omit<TaskView, 'overdue'>

/** Tasks with their history, open ones by their day, then the newest. */
export async function listTasks(tx: Tx, today: string, f: TaskFilter = {}): Promise<readonly TaskView[]> {
  const agencies = f.agencies === undefined ? null : [...f.agencies]
  const { rows } = await sql<Row>`
    select t.id, t.source, t.source_ref, t.agency_id::text as agency_id, coalesce(a.name, '本局') as owner,
      coalesce(c.name, (select s.name from access.published_staff s where s.id::text = t.staff_id), '') as person,
      case when length(t.area_code) >= 9 then coalesce(r.name, '') else '' end as town, t.about_ref, t.words, t.due_on, t.state, t.given_at, t.received_at, t.answered_at, t.finished_at,
      (select jsonb_agg(jsonb_build_object('at', e.at, 'event', e.event, 'by', ${nameOf(sql`e.by`)}, 'words', e.words) order by e.id)
        from partners.task_event e where e.task_id = t.id) as events
    from partners.task t
    left join partners.agency a on a.id = t.agency_id
    left join partners.contact c on c.id = t.contact_id
    left join registry.published_area r on r.code = t.area_code
    where (${f.id ?? null}::text is null or t.id = ${f.id ?? null})
      and (${f.source?.kind ?? null}::text is null or (t.source = ${f.source?.kind ?? null} and t.source_ref = ${f.source?.ref ?? null}))
      and (${agencies}::text[] is null or coalesce(t.agency_id::text, 'bureau') = any (${agencies}::text[]))
      and (${f.town ?? null}::text is null or left(t.area_code, 9) = ${f.town ?? null})
      and (${f.since ?? null}::date is null or t.given_at >= (${f.since ?? null}::date)::timestamp at time zone 'Asia/Shanghai')
      and (${f.staffId ?? null}::text is null or t.staff_id = ${f.staffId ?? null})
      and (${f.state ?? null}::text is null
        or (${f.state ?? null} = 'open' and t.state in ('given', 'received', 'working', 'refused'))
        or (${f.state ?? null} = 'overdue' and t.state in ('given', 'received', 'working', 'refused') and t.due_on < ${today}::date)
        or (${f.state ?? null} = 'received' and t.received_at is not null)
        or (${f.state ?? null} = 'answered' and t.answered_at is not null)
        or (${f.state ?? null} = 'finished' and t.finished_at is not null)
        or (${f.state ?? null} = 'onTime' and (t.finished_at at time zone 'Asia/Shanghai')::date <= t.due_on))
    order by t.state in ('closed', 'withdrawn'), t.due_on, t.id limit 500`.execute(tx)
  return rows.map(row => ({ ...row, overdue: isOverdue(row.state, row.dueOn, today) }))
}
