import { type Actor, actorLabel } from '#kernel/actor'
import { cleanText } from '#kernel/chinese-text'
import { type Moment, parseDate } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import { nextState } from '#kernel/state-table'
import { announce } from '#platform/announce'
import type { Tx } from '#platform/database'
import { findingMade, taskSettled } from '../events.ts'
import type { Outcome } from '../rules/draw/room.ts'
import { taskMoves } from '../rules/task/moves.ts'
import { outcomeFault } from '../rules/visit/outcome.ts'
import { findFindingBy, insertFinding, saveVerdict } from '../store/findings.ts'
import { lockTask, moveTask, type TaskRecord } from '../store/tasks.ts'
import { noteOutcome } from './draw-outcomes.ts'

interface FindingAsked {
  readonly id: string
  readonly outcome: Outcome
  readonly checkedOn: string
  readonly words: string
  readonly rectifyBy: string | null
}

const taskFact = (task: TaskRecord) => ({
  taskId: task.id,
  licenceNo: task.licenceNo,
  areaCode: task.areaCode,
  source: task.source,
  sourceRef: task.sourceRef,
})

interface Reporter {
  readonly by: Extract<Actor, { kind: 'staff' }>
  readonly at: Moment
  /** With the record of a visit; by hand only where no visit was begun, so that record and finding never differ. */
  readonly visit?: true
}

/** 报检查结果: by one of the two who went. The shop of a draw gets its outcome there in the same step. */
export async function reportFinding(tx: Tx, asked: FindingAsked, reporter: Reporter): Promise<Result<null>> {
  const { by, at } = reporter
  const task = await lockTask(tx, asked.id)
  if (!task) return refuse('taskUnknown')
  const to = nextState(taskMoves, task.state, 'report')
  if (!to.ok) return refuse('taskNotNow')
  if (!task.officers.includes(by.staffId)) return refuse('findingNotYours')
  if (task.state === 'visiting' && reporter.visit !== true) return refuse('findingByVisit')
  const fault = findingFault(asked, task, at.today.toString())
  if (fault) return fault
  const words = asked.words.trim() === '' ? ok('') : cleanText(asked.words, { max: 1000, lines: true })
  if (!words.ok) return words
  const label = actorLabel(by)
  const line = { outcome: asked.outcome, checkedOn: asked.checkedOn, rectifyBy: asked.rectifyBy }
  await insertFinding(tx, {
    ...line,
    taskId: task.id,
    licenceNo: task.licenceNo,
    areaCode: task.areaCode,
    words: words.value,
    by: label,
    at: at.instant.toString(),
  })
  if (task.source === 'draw' && task.sourceRef !== null) {
    const drawn = {
      drawId: task.sourceRef,
      object: task.licenceNo,
      outcome: asked.outcome,
      checkedOn: asked.checkedOn,
      by: label,
    }
    const noted = await noteOutcome(tx, drawn, at)
    // Noted by hand in the draw room before: that one stands. A void draw has no outcomes; the visit was made all the same.
    if (!noted.ok && !['drawOutcomeTwice', 'drawNotDrawn'].includes(noted.refusal)) return noted
  }
  await moveTask(tx, task, { event: 'report', to: to.value, by: label, at: at.instant.toString(), note: words.value })
  await announce(tx, findingMade, { ...taskFact(task), ...line, reasons: [...task.reasons] })
  return ok(null)
}

function findingFault(asked: FindingAsked, task: TaskRecord, today: string) {
  const { checkedOn } = asked
  const day = parseDate(checkedOn)
  if (!day.ok) return day
  if (checkedOn > today || checkedOn < (task.approvedOn ?? checkedOn)) return refuse('findingDayOutside')
  return outcomeFault(asked, checkedOn)
}

interface SettleAsked {
  readonly id: string
  readonly version: number
  readonly verdict: 'true' | 'false' | 'unclear'
  readonly words: string
}

/** 办结并反馈: by the head, who did not make the finding; the alert learns whether it was right. */
export async function settleTask(
  tx: Tx,
  asked: SettleAsked,
  { by, at }: { readonly by: string; readonly at: Moment },
): Promise<Result<null>> {
  const task = await lockTask(tx, asked.id)
  if (!task) return refuse('taskUnknown')
  if (task.version !== asked.version) return refuse('taskChanged')
  const to = nextState(taskMoves, task.state, 'settle')
  if (!to.ok) return refuse('taskNotNow')
  if ((await findFindingBy(tx, task.id)) === by) return refuse('findingOwnSettlement')
  const words = cleanText(asked.words, { max: 300, lines: true })
  if (!words.ok) return refuse('taskNoteMissing')
  const line = { by, at: at.instant.toString() }
  await saveVerdict(tx, task.id, { ...line, verdict: asked.verdict, words: words.value })
  await moveTask(tx, task, { ...line, event: 'settle', to: to.value, note: words.value })
  await announce(tx, taskSettled, { ...taskFact(task), verdict: asked.verdict })
  return ok(null)
}
