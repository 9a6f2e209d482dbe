import type { Engine } from './engine.ts'

/** What the house writes of its own visits begins with this; the rest is the task they belong to. */
export const houseVisit = 'house:'

/** From the lightest to the gravest. */
const results = `['unreachable', 'closed', 'clean', 'rectify', 'filed']`

/**
 * One visit a shop and day. What the house noted of its own visit may come back in a file of another system, under another
 * number: counted twice it would teach twice. The file is kept (it knows the violation codes) and the gravest result of the day.
 */
export async function settleVisits(engine: Engine): Promise<void> {
  await engine.run(`create or replace table settled_visits as
    with told as (select *, starts_with(inspection_id, '${houseVisit}') as own from inspections)
    select min_by(inspection_id, (own, inspection_id)) as inspection_id, min_by(inspected_at, (own, inspected_at)) as inspected_at, licence_no,
      case when bool_or(kind = 'random') then 'random' else min_by(kind, (own, inspection_id)) end as kind,
      max_by(result, list_position(${results}, result)) as result,
      string_agg(distinct nullif(violation_codes, ''), ';' order by nullif(violation_codes, '')) as violation_codes,
      min_by(officers, (own, inspection_id)) as officers
    from told group by licence_no, (epoch_us(inspected_at) + 28800000000) // 86400000000`)
  const [known] = await engine.rows<{ type: string }>(
    `select table_type as type from information_schema.tables where table_name = 'inspections'`,
  )
  await engine.run(`drop ${known?.type === 'VIEW' ? 'view' : 'table'} inspections`)
  await engine.run('alter table settled_visits rename to inspections')
}
