import { sql } from 'kysely'
import { actorLabel } from '#kernel/actor'
import { ok, type Result, refuse } from '#kernel/refusal'
import type { Tx } from '#platform/database'
import { writeAudits } from '#platform/ledger/write'
import type { Ask } from '#platform/module'
import type { FieldDay, FieldTask, visitRoutes } from '../contract/visit.ts'
import { inspectionPolicy } from '../policy.ts'
import type { InspectionPorts } from '../ports.ts'
import { routeOrderOf } from '../queries/day-routes.ts'
import { listFaces, listFieldTasks, listHistories, listPlans } from '../queries/field-day.ts'
import { since, viewOf } from '../queries/task-view.ts'
import { listTasks } from '../queries/tasks.ts'
import { readVisits } from '../queries/visit-view.ts'
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
    const tasks = await fieldTasks(tx, ids, ask, orders)
    const line = { actor: actorLabel(actor), action: 'inspection.readShop', outcome: 'allowed' } as const
    await writeAudits(
      tx,
      tasks.map(({ task }) => ({ ...line, subject: task.licenceNo, reason: task.id })),
    )
    const [me] = await listOfficers(tx, [actor.staffId])
    const { certificateFrom: from = null, certificateTo: to = null } = me ?? {}
    const certified = from !== null && to !== null && from <= day && day <= to
    return ok({ day, bureau: policy.bureau, certified, codeOrderDays: policy.codeOrderDays, tasks })
  })
}

/** The shops of a day with all that is asked of them: one query for each kind of thing, however many shops there are. */
export async function fieldTasks(
  tx: Tx,
  ids: readonly string[],
  { actor, at, services }: Pick<AskDay, 'actor' | 'at' | 'services'>,
  orders: ReadonlyMap<string, readonly string[]> | undefined,
): Promise<FieldTask[]> {
  const rows = new Map((await listTasks(tx, { ...since(at.today), ids })).map(row => [row.id, row]))
  const plans = await listPlans(tx, ids)
  const shops = [...rows.values()].map(({ licenceNo }) => licenceNo)
  const faces = await listFaces(tx, shops)
  const histories = await listHistories(tx, shops)
  const visits = await readVisits(tx, plans, services.keyring)
  const people = await listOfficers(tx, [...new Set([...plans.values()].flatMap(({ officers }) => officers))])
  return ids.flatMap(id => {
    const [row, plan, visit] = [rows.get(id), plans.get(id), visits.get(id)]
    const face = row && faces.get(row.licenceNo)
    if (!row || !plan || !face || !visit) return []
    const { checklist, officers, noNoticeReason } = plan
    const two = people.filter(one => officers.includes(one.id))
    return [
      {
        task: viewOf(row, actor, settingOn(at.today)),
        checks: checklist,
        officers: two.map(({ id: officer, name, certificateNo }) => ({ id: officer, name, certificateNo })),
        noNoticeReason,
        face,
        history: histories.get(row.licenceNo) ?? [],
        orderDays: orders === undefined ? null : [...(orders.get(row.licenceNo) ?? [])],
        visit,
      },
    ]
  })
}
