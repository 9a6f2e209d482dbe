import { type Actor, actorLabel } from '#kernel/actor'
import { cleanText } from '#kernel/chinese-text'
import type { Moment } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import { nextState } from '#kernel/state-table'
import { randomId } from '#platform/crypto'
import type { Tx } from '#platform/database'
import { readReceipt } from '../../rules/informant/receipt.ts'
import { type RewardAsked, rewardMoves, rewardOf } from '../../rules/informant/reward.ts'
import { lockClue, saveClue } from '../../store/clue.ts'
import { findReward, insertReward, lockReward, saveReward, takeVoucherNo } from '../../store/rewards.ts'
import type { Setting } from '../setting.ts'
import { hashOf, payoutFrom } from './codes.ts'
import { leaveUnnamed } from './unnamed.ts'

type Officer = Extract<Actor, { kind: 'staff' }>
interface By {
  readonly by: Officer
  readonly at: Moment
}

/** 申报奖励: of a clue that became a case, with what was found; reckoned by the values that hold today. */
export async function proposeReward(
  tx: Tx,
  asked: RewardAsked & { readonly no: string; readonly caseNo: string },
  { by }: By,
  { policy, keyring }: Setting,
): Promise<Result<undefined>> {
  const clue = await lockClue(tx, asked.no)
  if (!clue) return refuse('clueUnknown')
  if (clue.informantCode === null || clue.outcome !== 'converted') return refuse('rewardNotDue')
  const known = await findReward(tx, asked.no)
  if (known && known.state !== 'rejected') return refuse('rewardAlready')
  const caseNo = cleanText(clue.caseNo ?? asked.caseNo, { max: 60 })
  if (!caseNo.ok) return caseNo
  const unnamed = await leaveUnnamed(tx, clue.no, [caseNo.value], keyring)
  if (!unnamed.ok) return unnamed
  if (clue.caseNo === null) await saveClue(tx, clue.no, { ...clue, caseNo: caseNo.value })
  const { fen, lines } = rewardOf(asked, policy.reward)
  const { goods, fineFen } = asked
  await insertReward(tx, {
    ...{ id: randomId(), clueNo: clue.no, caseNo: caseNo.value, goods, fineFen, lines, amountFen: fen },
    policyVersion: policy.version,
    proposedBy: actorLabel(by),
  })
  return ok(undefined)
}

/** 审批: two people after each other, neither of them who proposed. */
export async function answerReward(
  tx: Tx,
  { id, agree }: { readonly id: string; readonly agree: boolean },
  { by }: By,
): Promise<Result<string>> {
  const reward = await lockReward(tx, id)
  if (!reward) return refuse('rewardUnknown')
  const label = actorLabel(by)
  const next = nextState(rewardMoves, reward.state, agree ? 'approve' : 'reject')
  if (!next.ok) return refuse('rewardAnswered')
  if ([reward.proposedBy, reward.firstBy].includes(label)) return refuse('rewardSamePerson')
  const answered = !agree
    ? { rejectedBy: label }
    : reward.state === 'proposed'
      ? { firstBy: label }
      : { secondBy: label }
  await saveReward(tx, id, { ...reward, ...answered, state: next.value })
  return ok(reward.clueNo)
}

/** 领取码: made from the receipt when its holder asks; what is kept is its slow hash. */
export async function payoutCode(
  tx: Tx,
  clueNo: string,
  receipt: string,
  { keyring }: Setting,
): Promise<Result<string>> {
  const found = await findReward(tx, clueNo)
  const reward = found && (await lockReward(tx, found.id))
  if (reward?.state !== 'approved') return refuse('rewardNotReady')
  const code = payoutFrom(keyring, reward.id, receipt)
  await saveReward(tx, reward.id, { ...reward, payoutHash: await hashOf(keyring, 'payout', code) })
  return ok(code)
}

/** 领取: against the code alone; no name is asked or noted. */
export async function payReward(
  tx: Tx,
  { id, code }: { readonly id: string; readonly code: string },
  { by, at }: By,
  { keyring }: Setting,
): Promise<Result<string>> {
  const reward = await lockReward(tx, id)
  if (!reward) return refuse('rewardUnknown')
  const digits = readReceipt(code)
  const next = nextState(rewardMoves, reward.state, 'pay')
  if (!next.ok) return refuse('rewardNotReady')
  if (digits === undefined || reward.payoutHash !== (await hashOf(keyring, 'payout', digits)))
    return refuse('rewardCodeWrong')
  const paidBy = actorLabel(by)
  if ([reward.proposedBy, reward.firstBy, reward.secondBy].includes(paidBy)) return refuse('rewardSamePerson')
  const voucher = await takeVoucherNo(tx, at.today.year)
  await saveReward(tx, id, { ...reward, state: next.value, paidBy, paidOn: at.today.toString(), voucher })
  return ok(reward.clueNo)
}
