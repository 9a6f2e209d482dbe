import { formatSticks, type Sticks } from '#kernel/quantity'
import { type GoodsKind, goodsKinds, goodsUnits, unitOf } from '../amounts/goods.ts'
import type { LotNumbers } from './ledger.ts'
import type { Custody, LotDecision } from './moves.ts'

/** A lot of the ledger as the procedure looks at it. */
export interface CaseLot extends LotNumbers {
  readonly lotNo: string
  readonly kind: GoodsKind
  readonly brand: string
  readonly custody: Custody
  readonly decision: LotDecision | null
  readonly dueOn: string | null
  readonly decidedOn: string | null
  /** The day of the first sale or destruction. */
  readonly goneOn: string | null
}

export const amountWords = (kind: GoodsKind, amount: number): string =>
  unitOf(kind) === 'stick'
    ? formatSticks(amount as Sticks)
    : `${amount.toLocaleString('en-US')}${goodsUnits[unitOf(kind)].zh}`

export const goodsName = ({ kind, brand }: { readonly kind: GoodsKind; readonly brand: string }): string =>
  `${brand || '无品牌'}（${goodsKinds[kind].zh}）`

/** What a penalty on goods is about: all that is neither to go back to the party nor to another agency. */
export const lotsTaken = (lots: readonly CaseLot[]): readonly CaseLot[] =>
  lots.filter(({ decision }) => decision !== 'return' && decision !== 'transfer')

/** One line of a document: number of the lot, what it is, how much was held. */
export const lotWords = (lot: CaseLot): string => `${lot.lotNo} ${goodsName(lot)}${amountWords(lot.kind, lot.held)}`

/**
 * 公开销毁 is over when of each lot it is about something was destroyed and nothing is left in store; what a test used up stays under 抽样, what
 * the police took under 移交. The first lot that is still open; `none`: the ledger knows no goods that could be destroyed.
 */
export function openDestruction(lots: readonly CaseLot[]): CaseLot | 'none' | undefined {
  const taken = lotsTaken(lots)
  if (taken.length === 0) return 'none'
  return taken.find(({ stored, destroyed, handed, sampled, held }) => {
    const usedUp = handed + sampled === held
    return stored > 0 || (destroyed === 0 && !usedUp)
  })
}

/** 先行登记保存 whose seven working days ended without a decision, or ended before it (CF 56). */
export const lotsLate = (lots: readonly CaseLot[], today: string): readonly CaseLot[] =>
  lots.filter(
    ({ custody, dueOn, decidedOn }) => custody === 'registered' && dueOn !== null && (decidedOn ?? today) > dueOn,
  )
