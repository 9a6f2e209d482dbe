import type { Moment } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import { announce } from '#platform/announce'
import type { Tx } from '#platform/database'
import { alertTriaged } from '../events.ts'
import { lockAlert, saveVerdict, type Verdict } from '../store/alerts.ts'

export interface TriageRequest {
  readonly id: string
  readonly verdict: Verdict['verdict']
  readonly reason: string
  readonly by: string
  readonly at: Moment
}

/** 研判: true, false or unclear, with the reason; said once. */
export async function triageAlert(tx: Tx, { id, verdict, reason, by, at }: TriageRequest): Promise<Result<undefined>> {
  const alert = await lockAlert(tx, id)
  if (!alert) return refuse('notFound')
  if (alert.state !== 'open') return refuse('alertSettled')
  if (reason.trim() === '') return refuse('alertReasonMissing')
  await saveVerdict(tx, id, { verdict, reason: reason.trim(), by, at: at.instant.toString() })
  const { subjectKind, subject, areaCode, reasons } = alert
  await announce(tx, alertTriaged, { alertId: id, subjectKind, subject, areaCode, verdict, reasons })
  return ok(undefined)
}

/** 检查反馈 (reaction): the visit an alert led to says whether it was right. Judged or expired before: that stands. */
export async function judgeByVisit(
  tx: Tx,
  fact: { readonly alertId: string; readonly taskId: string; readonly verdict: Verdict['verdict'] },
  at: Moment,
): Promise<void> {
  const { alertId: id, verdict, taskId } = fact
  await triageAlert(tx, { id, verdict, reason: `检查任务 ${taskId} 办结反馈`, by: 'system:inspection', at })
}
