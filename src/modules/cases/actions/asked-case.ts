import type { Moment } from '#kernel/dates'
import { announce } from '#platform/announce'
import type { Tx } from '#platform/database'
import { caseMoved } from '../events.ts'
import { findSentTask } from '../store/case-tasks.ts'
import { findCase, type Sealer } from '../store/cases.ts'
import { caseOfVisit } from './case-of-visit.ts'
import { openCase } from './open-case.ts'
import { movedFact } from './take-step.ts'

interface Fact {
  readonly fileId: string
  readonly licenceNo: string
  readonly areaCode: string
  readonly taskId: string | null
}

/** 移交立案 (reaction): a case to check, with its seven days; the finding's visit record can be put into it. Asked twice, there is one. */
export async function askedCase(
  tx: Tx,
  { fileId, licenceNo, areaCode, taskId }: Fact,
  at: Moment,
  keys: Pick<Sealer, 'sealField' | 'openField'>,
): Promise<void> {
  const from = { origin: 'credit', originRef: fileId, by: 'system:cases', at } as const
  const visit = taskId === null ? undefined : await findSentTask(tx, taskId)
  if (visit === undefined) {
    const about = `处置档案 ${fileId} 移交立案`
    await openCase(tx, { ...from, path: 'ordinary', about, licenceNo, areaCode }, keys)
    return
  }
  const begun = await caseOfVisit(tx, visit, { ...from, about: `检查任务 ${visit.id} 发现涉嫌违法，移交立案` }, keys)
  if (!begun.ok || begun.value.fresh) return
  // An officer has filed it from the spot before the finding was in: who asks now has missed what was said then.
  const file = await findCase(tx, begun.value.no, keys)
  if (file?.filedOn)
    await announce(tx, caseMoved, await movedFact(tx, file, { event: 'approveFiling', from: file.state }))
}
