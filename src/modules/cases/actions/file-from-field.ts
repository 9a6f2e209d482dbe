import { type Actor, actorLabel } from '#kernel/actor'
import type { Moment } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import { randomId } from '#platform/crypto'
import type { Tx } from '#platform/database'
import type { Keyring } from '#platform/keyring'
import type { Filing } from '../contract/filing.ts'
import { violationNames } from '../rules/procedure/steps/violation.ts'
import { findSentTask } from '../store/case-tasks.ts'
import { lockCase } from '../store/cases.ts'
import { insertHeldRecord } from '../store/held-records.ts'
import { caseOfVisit } from './case-of-visit.ts'
import { stepCase } from './take-step.ts'

interface Around {
  readonly by: Extract<Actor, { kind: 'staff' }>
  readonly at: Moment
  readonly keys: Keyring
}

/** 外勤填报立案报告: the case of the visit begins with it; the step is the one of the desk, with all its conditions. Its number. */
export async function fileFromField(tx: Tx, filing: Filing, around: Around): Promise<Result<string>> {
  const { by, at, keys } = around
  const { about, violation, words } = filing
  const no = 'taskId' in about ? await caseToFile(tx, about.taskId, violation, around) : ok(about.caseNo)
  if (!no.ok) return no
  const file = await lockCase(tx, no.value, keys)
  if (!file) return refuse('caseUnknown')
  if (file.state !== 'checking') return refuse('filingTwice', { no: file.no })
  const step = { no: file.no, event: 'askFiling', version: file.version, input: { violation, words }, by, at }
  return stepCase(tx, step, keys)
}

async function caseToFile(
  tx: Tx,
  taskId: string,
  violation: Filing['violation'],
  { by, at, keys }: Around,
): Promise<Result<string>> {
  const visit = await findSentTask(tx, taskId)
  if (!visit) return refuse('filingTaskUnknown')
  if (!visit.officers.includes(by.staffId)) return refuse('filingNotYours')
  if (visit.state === 'assigned') return refuse('filingNotVisited')
  const about = `${violationNames[violation].zh}（检查任务 ${taskId}）`
  const from = { origin: 'finding', originRef: taskId, by: actorLabel(by), at } as const
  const begun = await caseOfVisit(tx, visit, { ...from, about, violation }, keys)
  return begun.ok ? ok(begun.value.no) : begun
}

/** 交办公室处理: the case of the visit begins all the same (a source is registered, never refused: S93 33), and the report lies in it as it was written. */
export async function holdFiling(
  tx: Tx,
  { filing, why }: { readonly filing: Filing; readonly why: string },
  { by, at, keys }: Around,
): Promise<Result<string>> {
  const { about } = filing
  const visit = 'taskId' in about ? await findSentTask(tx, about.taskId) : undefined
  if ('taskId' in about && !visit) return refuse('filingTaskUnknown')
  const from = { origin: 'finding', originRef: visit?.id ?? '', by: actorLabel(by), at } as const
  const begun = visit
    ? await caseOfVisit(tx, visit, { ...from, about: `检查发现涉嫌违法，立案报告待核（检查任务 ${visit.id}）` }, keys)
    : undefined
  if (begun && !begun.ok) return begun
  const no = begun?.value.no ?? ('caseNo' in about ? about.caseNo : '')
  if (!(await lockCase(tx, no, keys))) return refuse('caseUnknown')
  const id = randomId()
  await insertHeldRecord(tx, {
    ...{ id, caseNo: no, kind: 'filing', act: keys.sealField(JSON.stringify(filing)), why },
    ...{ by: actorLabel(by), heldAt: at.instant.toString() },
  })
  return ok(id)
}
