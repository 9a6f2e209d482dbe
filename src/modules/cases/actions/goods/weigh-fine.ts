import { fen } from '#kernel/money'
import { ok, type Result, refuse } from '#kernel/refusal'
import type { Tx } from '#platform/database'
import { type AskedWeighing, weigh } from '../../queries/weighing.ts'
import { fineMayStand, mayApproveDeviation, weighFine } from '../../rules/discretion/decide.ts'
import type { SanctionPolicy } from '../../rules/sanction-policy.ts'
import { approveWeighing, findWeighing, insertWeighing, lockSums } from '../../store/sanctions.ts'

interface By {
  readonly by: string
  readonly at: string
}

/** 提出罚款: within the law always; outside the step with a reason, which waits for a second person (行政处罚法第三十四条). */
export async function proposeFineOf(
  tx: Tx,
  asked: AskedWeighing & { readonly fine: number; readonly reason: string },
  how: By,
  policy: SanctionPolicy,
): Promise<Result<true>> {
  await lockSums(tx, asked.caseNo)
  const weighed = await weigh(tx, asked, policy)
  if (!weighed.ok) return weighed
  const { range, proposal } = weighed.value
  const reason = asked.reason.trim()
  const deviation = weighFine(range, proposal, { fine: fen(asked.fine), reason })
  if (!deviation.ok) return deviation
  await insertWeighing(tx, {
    ...{ caseNo: asked.caseNo, violation: asked.violation, serious: asked.serious, factors: asked.factors },
    ...{ like: asked.like ?? null, base: range.fine?.base ?? null, amount: range.fine?.amount ?? null },
    ...{ rangeFrom: range.fine?.from ?? null, rangeTo: range.fine?.to ?? null },
    ...{ stepFrom: proposal.from, stepTo: proposal.to, fine: asked.fine, deviation: deviation.value, reason },
    ...{ policyVersion: policy.version, by: how.by, at: how.at },
  })
  return ok(true)
}

/** 第二人审批偏离: never the one who proposed it. */
export async function approveDeviation(tx: Tx, asked: { caseNo: string; n: number }, how: By): Promise<Result<true>> {
  await lockSums(tx, asked.caseNo)
  const known = await findWeighing(tx, asked.caseNo, asked.n)
  if (known === undefined) return refuse('weighingUnknown')
  const may = mayApproveDeviation(known, how.by)
  if (may.ok) await approveWeighing(tx, asked.caseNo, asked.n, how)
  return may
}

/** For the machine of the procedure: whether the last fine weighed in this case may go into a decision, and that it is this one. */
export async function weighedFine(tx: Tx, caseNo: string): Promise<Result<{ readonly fine: number }>> {
  const last = await findWeighing(tx, caseNo)
  const may = fineMayStand(last)
  if (!may.ok) return may
  return ok({ fine: last?.fine ?? 0 })
}
