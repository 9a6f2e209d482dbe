import { sql } from 'kysely'
import { actorLabel } from '#kernel/actor'
import { ok, type Result, refuse } from '#kernel/refusal'
import type { Tx } from '#platform/database'
import { writeAudit } from '#platform/ledger/write'
import type { Ask } from '#platform/module'
import type { FieldDay, FieldTask, visitRoutes } from '../contract/visit.ts'
import { inspectionPolicy } from '../policy.ts'
import type { InspectionPorts } from '../ports.ts'
import { routeOrderOf } from '../queries/day-routes.ts'
import { findFace, findPlan, listFieldTasks, listHistory } from '../queries/field-day.ts'
import { since, viewOf } from '../queries/task-view.ts'
import { listTasks } from '../queries/tasks.ts'
import { readVisit } from '../queries/visit-view.ts'
import { listOfficers } from '../queries/visits.ts'
import { settingOn } from './tasks.ts'

/** As far back as cigarettes on a counter may have been sorted. */
export const ordersSince = (today: Temporal.PlainDate): string => today.subtract({ months: 12 }).toString()

type AskDay = Ask<typeof visitRoutes.myVisits>

/** The licence behind each task that is known. */
export async function licencesOf(tx: Tx, taskIds: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{
    licenceNo: string
  }>`select licence_no from inspection.task where id = any(${[...taskIds]})`.execute(tx)
  return rows.map(({ licenceNo }) => licenceNo)
}

/**
 * 今天的任务包: what leaves the house for the telephones of the two. Every shop in it is a look on record, under the shop's own
 * number, so that the retailer finds it under 谁看过我的数据.
 */
export async function dayOf(ask: AskDay, ports: InspectionPorts): Promise<Result<FieldDay>> {
  const { actor, at, read } = ask
  if (actor.kind !== 'staff') return refuse('notPermitted')
  const day = at.today.toString()
  const ids = await read(async tx => {
    // In the order of the day's route; what has no place in it comes after.
    const order = await routeOrderOf(tx, actor.staffId, day, settingOn(at.today))
    const listed = await listFieldTasks(tx, actor.staffId, day)
    return [...order.filter(id => listed.includes(id)), ...listed.filter(id => !order.includes(id))]
  })
  const known = await read(tx => licencesOf(tx, ids))
  const orders = known.length === 0 ? undefined : await ports.orderDays(known, ordersSince(at.today))
  const policy = inspectionPolicy(at.today)
  return ask.act({ action: 'inspection.loadDay', details: { tasks: ids.length } }, async tx => {
    const tasks: FieldTask[] = []
    for (const id of ids) {
      const task = await fieldTask(tx, id, ask, orders)
      if (task === undefined) continue
      tasks.push(task)
      const line = { actor: actorLabel(actor), action: 'inspection.readShop', subject: task.task.licenceNo }
      await writeAudit(tx, { ...line, outcome: 'allowed', reason: id })
    }
    const [me] = await listOfficers(tx, [actor.staffId])
    const { certificateFrom: from = null, certificateTo: to = null } = me ?? {}
    const certified = from !== null && to !== null && from <= day && day <= to
    return ok({ day, bureau: policy.bureau, certified, codeOrderDays: policy.codeOrderDays, tasks })
  })
}

async function fieldTask(
  tx: Tx,
  id: string,
  { actor, at, services }: AskDay,
  orders: ReadonlyMap<string, readonly string[]> | undefined,
): Promise<FieldTask | undefined> {
  const [row] = await listTasks(tx, { ...since(at.today), id })
  const plan = await findPlan(tx, id)
  const face = row === undefined ? undefined : await findFace(tx, row.licenceNo)
  const visit = await readVisit(tx, id, services.keyring)
  if (!row || !plan || !face || !visit) return undefined
  const officers = (await listOfficers(tx, plan.officers)).map(({ id, name, certificateNo }) => ({
    id,
    name,
    certificateNo,
  }))
  return {
    task: viewOf(row, actor, settingOn(at.today)),
    checks: plan.checklist,
    officers,
    noNoticeReason: plan.noNoticeReason,
    face,
    history: await listHistory(tx, row.licenceNo),
    orderDays: orders === undefined ? null : [...(orders.get(row.licenceNo) ?? [])],
    visit,
  }
}
