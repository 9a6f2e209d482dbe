import type { Moment } from '#kernel/dates'
import { ok, type Result } from '#kernel/refusal'
import type { Tx } from '#platform/database'
import type { Origin } from '../rules/procedure/case-file.ts'
import { linkTask, lockCaseOfTask, type SentTask } from '../store/case-tasks.ts'
import type { Sealer } from '../store/cases.ts'
import { openCase } from './open-case.ts'

interface Asked {
  readonly origin: Origin
  readonly originRef: string
  readonly about: string
  readonly violation?: string
  readonly by: string
  readonly at: Moment
}

/**
 * 一次检查一件案件: the case of this visit, begun where there is none. Its officers are the two whom the head has sent to the visit, until he
 * names others; `fresh` says whether this call began it.
 */
export async function caseOfVisit(
  tx: Tx,
  visit: SentTask,
  asked: Asked,
  keys: Pick<Sealer, 'sealField'>,
): Promise<Result<{ readonly no: string; readonly fresh: boolean }>> {
  const known = await lockCaseOfTask(tx, visit.id)
  if (known !== undefined) return ok({ no: known, fresh: false })
  const { licenceNo, areaCode, officers, visitOn } = visit
  const day = visitOn === null ? {} : { happenedOn: visitOn }
  const opened = await openCase(tx, { ...asked, path: 'ordinary', licenceNo, areaCode, officers, ...day }, keys)
  if (!opened.ok) return opened
  await linkTask(tx, visit.id, opened.value)
  return ok({ no: opened.value, fresh: true })
}
