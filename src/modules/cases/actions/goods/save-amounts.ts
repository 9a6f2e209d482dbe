import { cleanText } from '#kernel/chinese-text'
import { ok, type Result, refuse } from '#kernel/refusal'
import type { Tx } from '#platform/database'
import type { Amounts } from '../../contract/sanctions.ts'
import { findCaseAbout } from '../../queries/goods.ts'
import { insertAmounts, lockSums } from '../../store/sanctions.ts'

/** 查清的金额: a new row each time, with the evidence it rests on; what was said before stays. */
export async function saveAmounts(
  tx: Tx,
  caseNo: string,
  asked: Amounts,
  how: { readonly by: string; readonly at: string },
): Promise<Result<true>> {
  await lockSums(tx, caseNo)
  if ((await findCaseAbout(tx, caseNo)) === undefined) return refuse('caseUnknown')
  const evidence = cleanText(asked.evidence, { max: 300 })
  if (!evidence.ok) return evidence
  await insertAmounts(tx, caseNo, { ...asked, evidence: evidence.value }, how)
  return ok(true)
}
