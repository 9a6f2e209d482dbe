import { cleanText } from '#kernel/chinese-text'
import { type Moment, parseDate } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import { nextState } from '#kernel/state-table'
import type { Tx } from '#platform/database'
import { countVisits, listCandidates, listLapsed, listProposedOf } from '../queries/tasks.ts'
import { taskMoves } from '../rules/task/moves.ts'
import { capFault, choosePair, isDayOff, type Officer, whyNotOfficer } from '../rules/task/plan.ts'
import { assignTask, lockApprovals, lockTask, moveTask, type TaskRecord, writeEvent } from '../store/tasks.ts'
import type { Setting } from './propose-task.ts'

interface By {
  readonly by: string
  readonly at: Moment
}

async function locked(tx: Tx, id: string, version: number): Promise<Result<TaskRecord>> {
  const task = await lockTask(tx, id)
  if (!task) return refuse('taskUnknown')
  return task.version === version ? ok(task) : refuse('taskChanged')
}

interface ApproveAsked {
  readonly id: string
  readonly version: number
  readonly visitOn: string
  readonly hours: 'office' | 'off'
  /** Two ids, or none: then the machine names the two with least to do. Drawn officers stand. */
  readonly officers: readonly string[]
}

/** 审批派工: by another person than the proposer; day within the limit, cap kept, two officers who may go. */
export async function approveTask(
  tx: Tx,
  asked: ApproveAsked,
  { by, at }: By,
  setting: Setting,
): Promise<Result<null>> {
  await lockApprovals(tx)
  const found = await locked(tx, asked.id, asked.version)
  if (!found.ok) return found
  const task = found.value
  if (!nextState(taskMoves, task.state, 'approve').ok) return refuse('taskNotNow')
  if (task.proposedBy === by) return refuse('taskOwnApproval')
  const on = parseDate(asked.visitOn)
  if (!on.ok) return on
  if (asked.visitOn < at.today.toString() || asked.visitOn > task.dueBy)
    return refuse('taskDayOutside', { dueBy: task.dueBy })
  // A day off has no office hours: 错时 whatever was said.
  const hours = isDayOff(on.value, setting.calendar) ? 'off' : asked.hours
  const cap = capFault(task.kind, await countVisits(tx, task.licenceNo, on.value.year), setting.policy.yearlyCap)
  if (!cap.ok) return cap
  const pair = await pairFor(tx, task, asked, setting)
  if (!pair.ok) return pair
  const line = {
    visitOn: asked.visitOn,
    hours,
    officers: pair.value.map(({ id }) => id),
    by,
    at: at.instant.toString(),
  }
  await assignTask(tx, task.id, line)
  await writeEvent(tx, task.id, {
    event: 'approve',
    from: task.state,
    to: 'assigned',
    by,
    at: line.at,
    note: pair.value.map(({ name }) => name).join('、'),
  })
  return ok(null)
}

async function pairFor(
  tx: Tx,
  task: TaskRecord,
  { visitOn, officers }: ApproveAsked,
  { policy }: Setting,
): Promise<Result<readonly Officer[]>> {
  const visit = { on: visitOn, areaCode: task.areaCode, perDay: policy.visitsPerDay }
  const candidates = await listCandidates(tx, visitOn, task.licenceNo)
  // Chance sends across towns: who was drawn stands, if certified and not to stand back.
  const isDrawn = task.source === 'draw'
  const named = isDrawn ? task.officers : officers
  if (named.length === 0) {
    const pair = choosePair(candidates, visit)
    return pair ? ok(pair) : refuse('taskOfficersNone')
  }
  if (new Set(named).size !== 2) return refuse('taskOfficersTwo')
  const chosen = named.map(id => candidates.find(one => one.id === id))
  const fault = chosen
    .map(one => (one ? whyNotOfficer(one, visit) : 'notInspector'))
    .find(why => why !== undefined && !(isDrawn && why === 'otherArea'))
  if (fault !== undefined) return refuse(officerRefusals[fault] ?? 'taskOfficersNone')
  return ok(chosen.flatMap(one => (one ? [one] : [])))
}

const officerRefusals: Readonly<Record<string, string>> = {
  notInspector: 'taskOfficerNotInspector',
  noCertificate: 'taskOfficerCertificate',
  recused: 'taskOfficerRecused',
  interested: 'taskOfficerInterested',
  otherArea: 'taskOfficerArea',
  fullDay: 'taskOfficerFull',
}

/** 不检查 or 收回: with the reason. */
export async function stepTask(
  tx: Tx,
  asked: { readonly id: string; readonly version: number; readonly event: 'reject' | 'recall'; readonly note: string },
  { by, at }: By,
): Promise<Result<null>> {
  const found = await locked(tx, asked.id, asked.version)
  if (!found.ok) return found
  const to = nextState(taskMoves, found.value.state, asked.event)
  if (!to.ok) return refuse('taskNotNow')
  const note = cleanText(asked.note, { max: 300, lines: true })
  if (!note.ok) return refuse('taskNoteMissing')
  await moveTask(tx, found.value, { event: asked.event, to: to.value, by, at: at.instant.toString(), note: note.value })
  return ok(null)
}

/** 过期未派 (job): a proposal nobody sent in time says so instead of staying for ever. */
export async function lapseTasks(tx: Tx, at: Moment): Promise<void> {
  for (const id of await listLapsed(tx, at.today.toString())) {
    const task = await lockTask(tx, id)
    if (task?.state === 'proposed')
      await moveTask(tx, task, {
        event: 'lapse',
        to: 'lapsed',
        by: 'system:inspection.lapseTasks',
        at: at.instant.toString(),
      })
  }
}

/** 根据没有了: what a draw or alert proposed and nobody has sent falls with it; who is already on his way is the head's to call back. */
export async function rejectProposals(
  tx: Tx,
  { source, ref, note }: { readonly source: 'draw' | 'alert'; readonly ref: string; readonly note: string },
  { by, at }: By,
): Promise<void> {
  for (const id of await listProposedOf(tx, source, ref)) {
    const task = await lockTask(tx, id)
    if (task?.state === 'proposed')
      await moveTask(tx, task, { event: 'reject', to: 'rejected', by, at: at.instant.toString(), note })
  }
}
