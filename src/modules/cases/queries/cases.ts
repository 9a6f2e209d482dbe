import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { CaseList } from '../contract/cases.ts'
import { casePolicy } from '../policy.ts'
import { clockRule } from '../rules/procedure/clocks.ts'

interface Listed extends Omit<CaseList['items'][number], 'dueClock' | 'late' | 'near'> {
  readonly dueClock: string | null
}

interface Asked {
  readonly state?: string
  readonly licenceNo?: string
  readonly late?: 'yes'
  readonly archived?: 'yes'
}

/** 案件一览: what is soonest due first; with how many stand in each state. */
export async function listCases(tx: Tx, asked: Asked, today: Temporal.PlainDate): Promise<CaseList> {
  const day = today.toString()
  const open = sql`(${asked.archived === 'yes'} or c.state <> 'archived')`
  const where = sql`${open} and (${asked.state ?? null}::text is null or c.state = ${asked.state ?? null})
    and (${asked.licenceNo ?? null}::text is null or c.licence_no = ${asked.licenceNo ?? null})
    and (${asked.late !== 'yes'} or c.due_on < ${day}::date)`
  const { rows } = await select(sql`${where} order by c.due_on nulls last, c.no desc limit 200`).execute(tx)
  const counted = await sql<{ state: string; count: number; late: number }>`
    select c.state, count(*)::int as count, count(*) filter (where c.due_on < ${day}::date)::int as late
    from cases.case c where ${open} group by c.state`.execute(tx)
  const total = await sql<{ total: number }>`select count(*)::int as total from cases.case c where ${where}`.execute(tx)
  return {
    today: day,
    items: rows.map(row => shown(row, today)),
    total: total.rows[0]?.total ?? 0,
    counts: Object.fromEntries(counted.rows.map(({ state, count }) => [state, count])),
    late: counted.rows.reduce((sum, { late }) => sum + late, 0),
  }
}

function wordsOf(kind: string | null): CaseList['items'][number]['dueClock'] {
  if (kind === null) return null
  const { zh, en } = clockRule(kind)
  return { zh, en }
}

const select = (where: RawBuilder<unknown>) => sql<Listed>`
  select c.no, c.path, c.state, c.about, c.violation, c.party_shown, c.licence_no, c.area_code, coalesce(a.name, '') as town, c.origin,
    c.origin_ref, c.due_on::text as due_on, c.due_clock, c.opened_on::text as opened_on, c.filed_on::text as filed_on
  from cases.case c left join registry.published_area a on a.code = left(c.area_code, 9) where ${where}`

function shown(row: Listed, today: Temporal.PlainDate): CaseList['items'][number] {
  const left = row.dueOn === null ? undefined : today.until(row.dueOn, { largestUnit: 'day' }).days
  const steps = casePolicy(today).alarms.days
  return {
    ...row,
    dueClock: wordsOf(row.dueClock),
    late: left !== undefined && left < 0,
    near: left !== undefined && left >= 0 && left <= Math.max(...steps),
  }
}

export async function rowOf(
  tx: Tx,
  no: string,
  today: Temporal.PlainDate,
): Promise<CaseList['items'][number] | undefined> {
  const { rows } = await select(sql`c.no = ${no}`).execute(tx)
  return rows[0] && shown(rows[0], today)
}
