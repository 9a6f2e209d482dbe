import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import { houseVisit } from '../lake/settle-visits.ts'

export interface HouseFinding {
  readonly id: string
  readonly on: string
  readonly shop: string
  readonly kind: string
  readonly result: string
}

/** What the house's own visits found, of all tasks or of one, as the lake writes visits; who went is not asked. */
export async function listFindings(tx: Tx, taskId?: string): Promise<HouseFinding[]> {
  const { rows } = await sql<HouseFinding>`
    select ${houseVisit} || task_id as id, checked_on::text as "on", licence_no as shop,
      case kind when 'random' then 'random' when 'regular' then 'periodic' when 'report' then 'report' when 'joint' then 'joint'
        when 'offHours' then 'offhour' else 'campaign' end as kind,
      case outcome when 'clear' then 'clean' when 'closedDown' then 'closed' else outcome end as result
    from inspection.published_finding where ${taskId ?? null}::text is null or task_id = ${taskId ?? null}`.execute(tx)
  return rows
}
