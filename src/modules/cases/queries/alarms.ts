import { sql } from 'kysely'
import type { Actor } from '#kernel/actor'
import type { Tx } from '#platform/database'
import type { CaseAlarm } from '../contract/alarms.ts'
import { clockRule } from '../rules/procedure/clocks.ts'

type Row = Omit<CaseAlarm, 'clock'>

/** 期限提醒 for this officer: of his own cases, or for a head of all in his area; the last step of each clock that still runs, until he has seen it. */
export async function listAlarms(tx: Tx, by: Extract<Actor, { kind: 'staff' }>): Promise<CaseAlarm[]> {
  const head = by.roles.includes('head')
  const { rows } = await sql<Row>`select * from (
    select distinct on (a.case_no, a.kind, a.started_on) a.id::text as id, a.case_no, c.about, a.kind, a.due_on::text as due_on, a.level,
      to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at,
      exists (select from cases.clock_alarm_seen s where s.alarm_id = a.id and s.staff_id = ${by.staffId}::uuid) as seen
    from cases.clock_alarm a join cases.case c on c.no = a.case_no
    where (${head} or ${by.staffId}::uuid = any(c.officers))
      and exists (select from jsonb_array_elements(c.clocks) k where k->>'kind' = a.kind and k->>'state' = 'running'
        and k->>'startedOn' = a.started_on::text and k->>'dueOn' = a.due_on::text)
    order by a.case_no, a.kind, a.started_on, a.at desc
  ) last where not seen order by due_on, case_no limit 100`.execute(tx)
  return rows.map(row => {
    const { zh, en } = clockRule(row.kind)
    const { id, caseNo, about, kind, dueOn, level, at } = row
    return { id, caseNo, about, kind, dueOn, level, at, clock: { zh, en } }
  })
}
