import { type Moment, momentOf } from '#kernel/dates'
import { type Result, refuse } from '#kernel/refusal'
import { sm3 } from '#platform/crypto'
import type { Tx } from '#platform/database'
import { findVisitFacts, listOfficers } from '../queries/visits.ts'
import type { VisitAct } from '../rules/visit/act.ts'
import { applied, decideAct } from '../rules/visit/decide.ts'
import { mayAct } from '../rules/visit/guards.ts'
import { lockFullTask } from '../store/tasks.ts'
import { finishVisit } from './finish-visit.ts'
import { saveChange } from './save-visit-change.ts'
import { checkScanIn, textFault } from './visit-faults.ts'
import { digestOf, missingOf, type Officer, type VisitSetting, type VisitTaken } from './visit-taken.ts'

interface Request {
  readonly act: VisitAct
  readonly by: Officer
  readonly at: Moment
}

/**
 * 外勤检查动作: one act of one of the two, told now or after an outage; the same act again changes nothing. When nothing is
 * missing any more, record, finding and task end in the same transaction.
 */
export async function takeVisitAct(tx: Tx, request: Request, setting: VisitSetting): Promise<Result<VisitTaken>> {
  const { act, by, at } = request
  const task = await lockFullTask(tx, act.taskId)
  if (!task) return refuse('taskUnknown')
  const captured = readInstant(act.capturedAt)
  if (!captured) return refuse('visitTimeUnreadable')
  const day = momentOf(captured).today.toString()
  const officers = await listOfficers(tx, task.officers)
  const { visitKeepDays: keepDays } = setting.policy
  const may = mayAct(
    { staffId: by.staffId, day, capturedAt: captured, now: at.instant, keepDays },
    task,
    officers.find(({ id }) => id === by.staffId),
  )
  if (!may.ok) return may
  const fault = act.kind === 'scanIn' ? checkScanIn(act, task.licenceNo, setting) : textFault(act, day)
  if (fault) return fault
  const facts = await findVisitFacts(tx, task.id, setting.keyring)
  const decided = decideAct(facts, act, { by: by.staffId, digest: digestOf(task.id, facts), carried: carriedBy(act) })
  if (!decided.ok) return decided
  const told = { taskId: task.id, by: by.staffId, capturedAt: captured.toString(), at: at.instant.toString() }
  await saveChange(tx, { act, change: decided.value, told, task }, setting)
  const next = applied(facts, decided.value, by.staffId)
  return finishVisit(tx, { task, officers, facts: next, missing: missingOf(task, next) }, { by, at }, setting)
}

/** SM3 of what came with the act: the picture's bytes, or the content that the retailer read. */
function carriedBy(act: VisitAct): string {
  if (act.kind === 'photo') return sm3(Buffer.from(act.picture, 'base64')).toString('hex')
  return 'content' in act ? sm3(act.content).toString('hex') : ''
}

function readInstant(text: string): Temporal.Instant | undefined {
  try {
    return Temporal.Instant.from(text)
  } catch {
    return undefined
  }
}
