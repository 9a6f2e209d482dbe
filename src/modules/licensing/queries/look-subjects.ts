import { sql } from 'kysely'
import type { Tx } from '#platform/database'

/**
 * Under which numbers other domains keep what is about these licences, so that looks at it are told too (谁看过我的数据): visits on the
 * spot, cases whose decision was served, and what partners were given of those. What is still being looked into is not told by its
 * readers' names in a list (个人信息保护法 35: where telling would hinder the duty).
 */
export async function lookSubjectsOf(tx: Tx, licenceNos: readonly string[]): Promise<readonly string[]> {
  if (licenceNos.length === 0) return []
  const { rows } = await sql<{ subject: string }>`
    with served as (select no from cases.published_case where licence_no = any(${[...licenceNos]}) and decided_on is not null
      and state not in ('decided', 'simpleDecided'))
    select no as subject from served
    union select no from partners.published_item where about_no in (select no from served)
    union select task_id from inspection.published_finding where licence_no = any(${[...licenceNos]})`.execute(tx)
  return rows.map(({ subject }) => subject)
}
