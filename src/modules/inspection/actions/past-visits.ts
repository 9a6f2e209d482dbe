import { type Moment, momentOf } from '#kernel/dates'
import type { Tx } from '#platform/database'
import { findShopArea } from '../queries/draw-lists.ts'
import { hasTasks } from '../queries/tasks.ts'
import type { Outcome } from '../rules/draw/room.ts'
import { planTask } from '../rules/task/plan.ts'
import type { ReasonCode } from '../rules/task/reasons.ts'
import { insertFinding, saveVerdict } from '../store/findings.ts'
import { assignTask, insertTask, lockTask, moveTaskAlong, takeTaskId } from '../store/tasks.ts'
import type { Setting } from './propose-task.ts'

/** A visit of a demonstration that has been made. */
export interface PastVisit {
  readonly licenceNo: string
  readonly daysAgo: number
  readonly reason: ReasonCode
  readonly kind: 'regular' | 'report' | 'offHours'
  readonly outcome: Outcome
  readonly words: string
  readonly rectifyDays: number | null
  /** Not settled yet: its outcome waits for the head. */
  readonly open?: boolean
}

interface Scene {
  readonly officers: readonly [string, string]
  readonly head: string
  readonly analyst: string
  readonly now: Moment
  readonly setting: Setting
}

export interface PastFinding {
  readonly taskId: string
  readonly licenceNo: string
  readonly source: 'person'
  readonly sourceRef: null
  readonly outcome: Outcome
  readonly checkedOn: string
  readonly rectifyBy: string | null
}

/**
 * 往期检查 of a demonstration (模拟数据), through the table of states like any other, each on its days. Nothing where there are tasks already.
 * What was found is given back in the order of the visits: who composes the house tells it on.
 */
export async function seedPastVisits(
  tx: Tx,
  visits: readonly PastVisit[],
  scene: Scene,
): Promise<readonly PastFinding[]> {
  if (await hasTasks(tx)) return []
  const found: PastFinding[] = []
  for (const visit of visits) {
    const one = await tell(tx, visit, scene)
    if (one) found.push(one)
  }
  return found
}

async function tell(tx: Tx, visit: PastVisit, scene: Scene): Promise<PastFinding | undefined> {
  const { licenceNo, daysAgo, reason, kind, outcome, words } = visit
  const { now, officers, setting } = scene
  const at = (days: number) => momentOf(now.instant.subtract({ hours: 24 * days }))
  const [proposed, visited] = [at(daysAgo + 4), at(daysAgo)]
  const areaCode = await findShopArea(tx, licenceNo)
  const planned = planTask({ kind, reasons: [reason] }, proposed.today, setting)
  if (areaCode === undefined || !planned.ok) return undefined
  const id = await takeTaskId(tx, proposed.today.year)
  const analyst = `staff:${scene.analyst}`
  const head = `staff:${scene.head}`
  const officer = `staff:${officers[0]}`
  await insertTask(tx, {
    ...{ ...planned.value, id, licenceNo, areaCode, source: 'person', sourceRef: null, why: '模拟数据', partner: null },
    ...{ noNoticeReason: null, officers: [], by: analyst, at: proposed.instant.toString() },
  })
  const approvedAt = at(daysAgo + 3).instant.toString()
  const checkedOn = visited.today.toString()
  const rectifyBy = visit.rectifyDays === null ? null : visited.today.add({ days: visit.rectifyDays }).toString()
  await assignTask(tx, id, { visitOn: checkedOn, hours: planned.value.hours, officers, by: head, at: approvedAt })
  const atVisit = visited.instant.toString()
  await insertFinding(tx, {
    ...{ taskId: id, licenceNo, areaCode, outcome, checkedOn, words, rectifyBy },
    by: officer,
    at: atVisit,
  })
  await step(tx, id, { event: 'report', by: officer, at: atVisit, note: words })
  if (!visit.open) {
    const settled = at(Math.max(0, daysAgo - 1)).instant.toString()
    const verdict = outcome === 'clear' ? 'false' : 'true'
    await saveVerdict(tx, id, { by: head, at: settled, verdict, words: '已核对笔录（模拟数据）' })
    await step(tx, id, { event: 'settle', by: head, at: settled, note: '已核对笔录（模拟数据）' })
  }
  return { taskId: id, licenceNo, source: 'person', sourceRef: null, outcome, checkedOn, rectifyBy }
}

async function step(tx: Tx, id: string, move: Parameters<typeof moveTaskAlong>[2]): Promise<void> {
  const task = await lockTask(tx, id)
  if (task) await moveTaskAlong(tx, task, move)
}
