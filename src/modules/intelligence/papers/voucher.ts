import { formatDateZh } from '#kernel/dates'
import { fen, formatYuan } from '#kernel/money'
import { uppercaseYuan } from '#kernel/money-uppercase'
import { drawable, setPdf } from '#platform/typesetting'
import type { RewardRow } from '../store/rewards.ts'

/** 奖励领取凭证: voucher, amount, day and the officers; neither the clue nor the case stands on it, and nobody signs as who received it. */
export function renderVoucher(
  reward: Pick<RewardRow, 'voucher' | 'amountFen' | 'paidOn' | 'firstBy' | 'secondBy' | 'paidBy'>,
  names: ReadonlyMap<string, string>,
  mode: 'demo' | 'production',
): Uint8Array {
  const nameOf = (label: string | null) => (label === null ? '' : (names.get(label) ?? ''))
  const { voucher, amountFen, paidOn, firstBy, secondBy, paidBy } = reward
  return setPdf(
    'modules/intelligence/papers/templates/voucher.typ',
    drawable({
      voucher: voucher ?? '',
      amount: formatYuan(fen(amountFen)),
      capital: uppercaseYuan(fen(amountFen)),
      paidOn: paidOn === null ? '' : formatDateZh(Temporal.PlainDate.from(paidOn)),
      approvers: [nameOf(firstBy), nameOf(secondBy)].join('、'),
      cashier: nameOf(paidBy),
      demo: mode === 'demo',
    }),
  )
}
