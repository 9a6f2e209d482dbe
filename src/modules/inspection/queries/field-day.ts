import { sql } from 'kysely'
import { listRetailers } from '#modules/registry'
import type { Tx } from '#platform/database'
import type { FieldTask } from '../contract/visit.ts'

/** Tasks of this officer that are to be done by this day: sent, begun, or recorded today. */
export async function listFieldTasks(tx: Tx, staffId: string, day: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select t.id from inspection.task t left join inspection.finding f on f.task_id = t.id
    where ${staffId}::uuid = any(t.officers) and (
      (t.state = 'assigned' and t.visit_on <= ${day}) or t.state = 'visiting' or (t.state = 'found' and f.checked_on = ${day}))
    order by t.visit_on, t.id limit 60`.execute(tx)
  return rows.map(({ id }) => id)
}

export interface Plan {
  readonly checklist: string[]
  readonly officers: string[]
  readonly noNoticeReason: string | null
  readonly areaCode: string
}

export async function listPlans(tx: Tx, taskIds: readonly string[]): Promise<ReadonlyMap<string, Plan>> {
  const { rows } = await sql<Plan & { id: string }>`
    select id, checklist, officers::text[] as officers, no_notice_reason, area_code from inspection.task
    where id = any(${[...taskIds]})`.execute(tx)
  return new Map(rows.map(({ id, ...plan }) => [id, plan]))
}

export const findPlan = async (tx: Tx, taskId: string) => (await listPlans(tx, [taskId])).get(taskId)

/** 证面 by licence: what hangs on the wall; the number of the person is not among it. */
export async function listFaces(
  tx: Tx,
  licenceNos: readonly string[],
): Promise<ReadonlyMap<string, FieldTask['face']>> {
  const shops = await listRetailers(tx, licenceNos)
  return new Map(
    shops.map(({ licenceNo, shopName, operatorName, address, businessFormat, scope, licenceState, ...shop }) => {
      const { validFrom, validTo, supplier, position } = shop
      const face = { shopName, operatorName, address, businessFormat, validFrom, validTo, supplier, position }
      return [licenceNo, { ...face, scope: [...scope], state: licenceState }]
    }),
  )
}

/** The last ten visits of each shop, the newest first. */
export async function listHistories(
  tx: Tx,
  licenceNos: readonly string[],
): Promise<ReadonlyMap<string, FieldTask['history']>> {
  const { rows } = await sql<{ licenceNo: string } & FieldTask['history'][number]>`
    select licence_no, checked_on, kind, outcome, rectify_by from (
      select *, row_number() over (partition by licence_no order by checked_on desc, task_id desc) as n
      from inspection.published_finding where licence_no = any(${[...licenceNos]})) f
    where n <= 10 order by licence_no, n`.execute(tx)
  const byShop = Map.groupBy(rows, ({ licenceNo }) => licenceNo)
  return new Map([...byShop].map(([shop, own]) => [shop, own.map(({ licenceNo: _, ...line }) => line)]))
}
