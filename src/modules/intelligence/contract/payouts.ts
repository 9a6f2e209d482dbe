import Type, { type Static } from 'typebox'
import { allow } from '#kernel/actor'
import type { Routes } from '#kernel/route'
import { Day, Nullable, strict } from './shapes.ts'

const cashiers = allow.staff('window', 'informantDesk')
const Code = Type.Object({ code: Type.String({ maxLength: 40 }) }, strict)
const Voucher = Type.String({ pattern: '^JL-\\d{4}-\\d{6}$' })

/** 奖励 as a cashier sees it: what is to be paid, and nothing of what was reported or by whom. */
export const Payout = Type.Object({
  state: Type.Enum(['approved', 'paid']),
  amountFen: Type.Integer(),
  /** Who proposed or approved it does not pay it out. */
  hadAHand: Type.Boolean(),
  paidOn: Nullable(Day),
  voucher: Nullable(Type.String()),
})
export type Payout = Static<typeof Payout>

/** 奖励领取 at a counter: against the code alone, once. A code stands in no address. */
export const payoutRoutes = {
  look: {
    method: 'POST',
    url: '/api/intelligence/payouts/look',
    allow: cashiers,
    summary: '凭领取码查奖励',
    withoutKey: 'reads only; a code never stands in an address',
    body: Code,
    reply: Payout,
  },
  pay: {
    method: 'POST',
    url: '/api/intelligence/payouts',
    allow: cashiers,
    summary: '凭领取码发放奖励',
    privileged: true,
    body: Code,
    reply: Payout,
  },
  paper: {
    method: 'GET',
    url: '/api/intelligence/payouts/:voucher/paper',
    allow: cashiers,
    summary: '奖励领取凭证',
    params: Type.Object({ voucher: Voucher }),
    reply: 'pdf',
  },
} as const satisfies Routes
