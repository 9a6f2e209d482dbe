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

/** What a visit of a demonstration found, and when. */
export interface Seen {
  readonly daysAgo: number
  readonly outcome: Outcome
  readonly words: string
  readonly rectifyDays: number | null
  /** Not settled yet: its outcome waits for the head. */
  readonly open?: boolean
}

export interface PastVisit extends Seen {
  readonly licenceNo: string
  readonly reason: ReasonCode
  readonly kind: 'regular' | 'report' | 'offHours'
}

export interface PastScene {
  readonly officers: readonly [string, string]
  readonly head: string
  readonly analyst: string
  readonly now: Moment
  readonly setting: Setting
}

export interface PastFinding {
  readonly taskId: string
  readonly licenceNo: string
  readonly source: 'person' | 'draw'
  readonly sourceRef: string | null
  readonly outcome: Outcome
  readonly checkedOn: string
  readonly rectifyBy: string | null
}

/** So many days ago, at an hour of China's clock: nobody approves or visits at the hour at which a demonstration happens to start. */
export const pastMoment = (now: Moment, days: number, hour: number): Moment =>
  momentOf(
    now.today
      .subtract({ days })
      .toZonedDateTime({ timeZone: 'Asia/Shanghai', plainTime: { hour, minute: 20 } })
      .toInstant(),
  )

/**
 * 往期检查 of a demonstration (模拟数据), through the table of states like any other, each on its days. Nothing where there are tasks already.
 * What was found is given back in the order of the visits: who composes the house tells it on.
 */
export async function seedPastVisits(
  tx: Tx,
  visits: readonly PastVisit[],
  scene: PastScene,
): Promise<readonly PastFinding[]> {
  if (await hasTasks(tx)) return []
  const found: PastFinding[] = []
  for (const visit of visits) {
    const one = await tell(tx, visit, scene)
    if (one) found.push(one)
  }
  return found
}

async function tell(tx: Tx, visit: PastVisit, scene: PastScene): Promise<PastFinding | undefined> {
  const { licenceNo, reason, kind, outcome } = visit
  const proposed = pastMoment(scene.now, visit.daysAgo + 4, 9)
  const areaCode = await findShopArea(tx, licenceNo)
  const planned = planTask({ kind, reasons: [reason] }, proposed.today, scene.setting)
  if (areaCode === undefined || !planned.ok) return undefined
  const id = await takeTaskId(tx, proposed.today.year)
  await insertTask(tx, {
    ...{ ...planned.value, id, licenceNo, areaCode, source: 'person', sourceRef: null, why: '模拟数据', partner: null },
    ...{ noNoticeReason: null, officers: [], by: `staff:${scene.analyst}`, at: proposed.instant.toString() },
  })
  const task = { id, licenceNo, areaCode, hours: planned.value.hours }
  const { checkedOn, rectifyBy } = await carryOut(tx, task, visit, scene)
  return { taskId: id, licenceNo, source: 'person', sourceRef: null, outcome, checkedOn, rectifyBy }
}

interface Proposed {
  readonly id: string
  readonly licenceNo: string
  readonly areaCode: string
  readonly hours: 'office' | 'off'
}

/** Sent by the head, made by the two, and, unless it waits, settled by the head. */
export async function carryOut(
  tx: Tx,
  { id, licenceNo, areaCode, hours }: Proposed,
  { daysAgo, outcome, words, rectifyDays, open }: Seen,
  { now, officers, head: headId }: PastScene,
): Promise<{ readonly checkedOn: string; readonly rectifyBy: string | null }> {
  const head = `staff:${headId}`
  const officer = `staff:${officers[0]}`
  const visited = pastMoment(now, daysAgo, hours === 'off' ? 19 : 10)
  const checkedOn = visited.today.toString()
  const rectifyBy = rectifyDays === null ? null : visited.today.add({ days: rectifyDays }).toString()
  const approvedAt = pastMoment(now, daysAgo + 2, 11).instant.toString()
  await assignTask(tx, id, { visitOn: checkedOn, hours, officers, by: head, at: approvedAt })
  const at = visited.instant.toString()
  await insertFinding(tx, {
    ...{ taskId: id, licenceNo, areaCode, outcome, checkedOn, words, rectifyBy },
    ...{ by: officer, at },
  })
  await step(tx, id, { event: 'report', by: officer, at, note: words })
  if (open) return { checkedOn, rectifyBy }
  const settledAt = pastMoment(now, daysAgo - 1, 8).instant.toString()
  const verdict = outcome === 'clear' ? 'false' : 'true'
  await saveVerdict(tx, id, { by: head, at: settledAt, verdict, words: '已核对笔录（模拟数据）' })
  await step(tx, id, { event: 'settle', by: head, at: settledAt, note: '已核对笔录（模拟数据）' })
  return { checkedOn, rectifyBy }
}

async function step(tx: Tx, id: string, move: Parameters<typeof moveTaskAlong>[2]): Promise<void> {
  const task = await lockTask(tx, id)
  if (task) await moveTaskAlong(tx, task, move)
}
