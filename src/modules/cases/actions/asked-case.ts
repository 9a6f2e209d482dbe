import type { Moment } from '#kernel/dates'
import type { Tx } from '#platform/database'
import type { Sealer } from '../store/cases.ts'
import { openCase } from './open-case.ts'

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
  keys: Pick<Sealer, 'sealField'>,
): Promise<void> {
  const about = taskId === null ? `处置档案 ${fileId} 移交立案` : `检查任务 ${taskId} 发现涉嫌违法，移交立案`
  await openCase(
    tx,
    { path: 'ordinary', about, origin: 'credit', originRef: fileId, licenceNo, areaCode, by: 'system:cases', at },
    keys,
  )
}
