import { actorLabel } from '#kernel/actor'
import { ok, refuse } from '#kernel/refusal'
import { bind, type RouteBinding } from '#platform/module'
import { hashOf } from '../actions/informant/codes.ts'
import { payReward } from '../actions/informant/rewards.ts'
import { settingOn } from '../actions/setting.ts'
import { type Payout, payoutRoutes as routes } from '../contract/payouts.ts'
import { renderVoucher } from '../papers/voucher.ts'
import { staffNames } from '../queries/informant.ts'
import { readReceipt } from '../rules/informant/receipt.ts'
import { findRewardByCode, findRewardByVoucher, type RewardRow } from '../store/rewards.ts'
import { officerOf } from './staff.ts'

/** The code is the authority: whoever holds it is paid at any counter of the county. */
const everything = { areas: 'all' } as const

function shown(reward: RewardRow, label: string): Payout {
  const { amountFen, paidOn, voucher } = reward
  const hands = [reward.proposedBy, reward.firstBy, reward.secondBy]
  const state = reward.state === 'paid' ? 'paid' : 'approved'
  return { state, amountFen, paidOn, voucher, hadAHand: hands.includes(label) }
}

/** 奖励领取 */
export const payoutBindings: readonly RouteBinding[] = [
  bind(routes.look, async ({ body, actor, services, act }) => {
    const code = readReceipt(body.code)
    if (code === undefined) return refuse('rewardCodeWrong')
    const hash = await hashOf(services.keyring, 'payout', code)
    return act({ action: 'intelligence.lookAtPayout', scope: everything }, async tx => {
      const reward = await findRewardByCode(tx, hash)
      return reward ? ok(shown(reward, actorLabel(actor))) : refuse('rewardCodeUnknown')
    })
  }),

  bind(routes.pay, async ask => {
    const by = officerOf(ask)
    const code = readReceipt(ask.body.code)
    if (!by || code === undefined) return refuse('rewardCodeWrong')
    const { keyring } = ask.services
    const hash = await hashOf(keyring, 'payout', code)
    return ask.act({ action: 'intelligence.payReward', scope: everything }, async tx => {
      const found = await findRewardByCode(tx, hash)
      if (!found) return refuse('rewardCodeUnknown')
      const paid = await payReward(tx, { id: found.id, code }, { by, at: ask.at }, settingOn(ask.at.today, keyring))
      if (!paid.ok) return paid
      const reward = await findRewardByCode(tx, hash)
      return reward ? ok(shown(reward, actorLabel(by))) : refuse('rewardCodeUnknown')
    })
  }),

  bind(routes.paper, async ({ params: { voucher }, services, act }) => {
    const noted = await act({ action: 'intelligence.printVoucher', subject: voucher, scope: everything }, async tx => {
      const reward = await findRewardByVoucher(tx, voucher)
      return reward ? ok({ reward, names: [...(await staffNames(tx))] }) : refuse('rewardUnknown')
    })
    if (!noted.ok) return noted
    return ok(renderVoucher(noted.value.reward, new Map(noted.value.names), services.config.mode))
  }),
]
