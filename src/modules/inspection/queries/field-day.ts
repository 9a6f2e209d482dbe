import { sql } from 'kysely'
import { findRetailer } from '#modules/registry'
import type { Tx } from '#platform/database'
import type { FieldTask } from '../contract/visit.ts'
import type { Outcome } from '../rules/draw/room.ts'

/** Tasks of this officer that are to be done by this day: sent, begun, or recorded today. */
export async function listFieldTasks(tx: Tx, staffId: string, day: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select t.id from inspection.task t left join inspection.finding f on f.task_id = t.id
    where ${staffId}::uuid = any(t.officers) and (
      (t.state = 'assigned' and t.visit_on <= ${day}) or t.state = 'visiting' or (t.state = 'found' and f.checked_on = ${day}))
    order by t.visit_on, t.id limit 60`.execute(tx)
  return rows.map(({ id }) => id)
}

export async function findPlan(tx: Tx, taskId: string) {
  const { rows } = await sql<{
    checklist: string[]
    officers: string[]
    noNoticeReason: string | null
    areaCode: string
  }>`
    select checklist, officers::text[] as officers, no_notice_reason, area_code from inspection.task where id = ${taskId}`.execute(
    tx,
  )
  return rows[0]
}

/** 证面: what hangs on the wall; the number of the person is not among it. */
export async function findFace(tx: Tx, licenceNo: string): Promise<FieldTask['face'] | undefined> {
  const shop = await findRetailer(tx, licenceNo)
  if (!shop) return undefined
  const {
    shopName,
    operatorName,
    address,
    businessFormat,
    scope,
    licenceState,
    validFrom,
    validTo,
    supplier,
    position,
  } = shop
  const face = { shopName, operatorName, address, businessFormat, validFrom, validTo, supplier, position }
  return { ...face, scope: [...scope], state: licenceState }
}

export async function listHistory(tx: Tx, licenceNo: string): Promise<FieldTask['history']> {
  const { rows } = await sql<{ checkedOn: string; kind: string; outcome: Outcome; rectifyBy: string | null }>`
    select checked_on, kind, outcome, rectify_by from inspection.published_finding where licence_no = ${licenceNo}
    order by checked_on desc, task_id desc limit 10`.execute(tx)
  return rows
}
