import { ok, type Result, refuse } from '#kernel/refusal'
import type { Nature } from '../amounts/goods.ts'
import { type Bucket, bucketNames, type GoodsFate, type LotDecision, type Move, moveNames, moveOf } from './moves.ts'

/** The numbers of a lot, in its unit. */
export type LotNumbers = Readonly<Record<Bucket, number>> & { readonly held: number }

/** A lot as the rules see it. */
export interface LotState extends LotNumbers {
  readonly lotNo: string
  readonly nature: Nature
  readonly decision: LotDecision | null
  /** 盘点差异: counted minus stored of the last count; 0 when it fitted or nobody counted. */
  readonly difference: number
  /** Lines that the second person has not confirmed under his own account. */
  readonly unconfirmed: number
  /** 决定公开销毁: what was decided goes no other way. */
  readonly condemned?: boolean
  /** What the penalty decision says; absent is `open`. */
  readonly fate?: GoodsFate
}

export interface AskedMove {
  readonly kind: Move
  readonly amount: number
  /** Two people, each by id. */
  readonly officers: readonly [string, string]
  readonly photos: number
  /** 竞买人的批发企业许可证, 受移交机关 or 存放地点, as the kind asks. */
  readonly to: string
}

type NotMoved =
  | 'goodsAmount'
  | 'goodsNotEnough'
  | 'goodsTwoPeople'
  | 'goodsPhotoMissing'
  | 'goodsNotDecided'
  | 'goodsNeverSold'
  | 'goodsPlaceMissing'
  | 'goodsCountOpen'
  | 'goodsUnconfirmed'
  | 'goodsCondemned'
  | 'goodsBeforeDecision'
  | 'goodsNotTaken'

export const emptyLot = (held: number): LotNumbers => ({
  held,
  stored: held,
  sampled: 0,
  returned: 0,
  sold: 0,
  destroyed: 0,
  handed: 0,
})

/** The lot after a move of goods, or why it does not move. `held` never changes by a move. */
export function applyMove(lot: LotState, move: AskedMove): Result<LotState, NotMoved> {
  const kind = moveOf(move.kind)
  if (kind.from === null) return refuse('goodsNotEnough', { available: 0 })
  if (!Number.isSafeInteger(move.amount) || move.amount <= 0) return refuse('goodsAmount')
  if (move.officers[0] === move.officers[1]) return refuse('goodsTwoPeople')
  if (kind.photo && move.photos < 1) return refuse('goodsPhotoMissing')
  if (move.to.trim() === '') return refuse('goodsPlaceMissing')
  // What was counted differently is cleared up first: nothing leaves a lot whose number nobody believes.
  if (lot.difference !== 0 && kind.to !== 'stored') return refuse('goodsCountOpen', { difference: lot.difference })
  if (lot.unconfirmed > 0 && kind.from === 'stored' && kind.to !== 'stored') return refuse('goodsUnconfirmed')
  if (kind.natures !== undefined && !kind.natures.includes(lot.nature)) return refuse('goodsNeverSold')
  if (kind.needs !== undefined && lot.decision !== kind.needs) return refuse('goodsNotDecided')
  if (lot.condemned && (move.kind === 'return' || move.kind === 'sell')) return refuse('goodsCondemned')
  const undecided = fateFault(lot, move.kind)
  if (undecided) return refuse(undecided)
  const available = lot[kind.from]
  if (move.amount > available) return refuse('goodsNotEnough', { available })
  return ok(moved(lot, kind.from, kind.to, move.amount))
}

/** Goods are evidence until the decision was served (CF 56); afterwards they go the way that it orders. */
function fateFault(
  { nature, fate = 'open' }: Pick<LotState, 'nature' | 'fate'>,
  move: Move,
): 'goodsBeforeDecision' | 'goodsNotTaken' | undefined {
  const { fates, anyFate } = moveOf(move)
  if (fates === undefined || fates.includes(fate)) return undefined
  if (fate === 'open') return 'goodsBeforeDecision'
  return nature === anyFate ? undefined : 'goodsNotTaken'
}

function moved(lot: LotState, from: Bucket, to: Bucket, amount: number): LotState {
  if (from === to) return lot
  return { ...lot, [from]: lot[from] - amount, [to]: lot[to] + amount }
}

/** 更正: after a count that did not fit, with reason, by the head; the book then says what was counted. */
export function correctCount(
  lot: LotState,
  by: { readonly counters: readonly string[]; readonly head: string; readonly reason: string },
): Result<LotState, 'goodsCountFits' | 'goodsOwnCount' | 'goodsReasonMissing'> {
  if (lot.difference === 0) return refuse('goodsCountFits')
  if (by.counters.includes(by.head)) return refuse('goodsOwnCount')
  if (by.reason.trim().length < 10) return refuse('goodsReasonMissing')
  return ok({
    ...lot,
    held: lot.held + lot.difference,
    stored: lot.stored + lot.difference,
    difference: 0,
  })
}

/**
 * What the page offers now: moves that the lot's numbers, nature and decision allow, and notes by role. A person still needs amount, second person and picture.
 */
export function movesNow(
  lot: Omit<LotState, 'lotNo'>,
  roles: readonly string[],
): readonly (Move | 'count' | 'correct' | 'decide' | 'test' | 'price')[] {
  const keeper = roles.includes('inspector') || roles.includes('head')
  const moves = moveNames.filter(name => {
    const { from, to, needs, natures } = moveOf(name)
    const open = lot.difference !== 0 || (lot.unconfirmed > 0 && from === 'stored')
    if (lot.condemned && (name === 'return' || name === 'sell')) return false
    if (fateFault(lot, name) !== undefined) return false
    if (from === null || lot[from] <= 0 || (open && to !== 'stored')) return false
    return (needs === undefined || needs === lot.decision) && (natures === undefined || natures.includes(lot.nature))
  })
  const head = roles.includes('head')
  return [
    ...(keeper ? [...moves, 'count' as const, 'test' as const, 'price' as const] : []),
    ...(head && lot.difference !== 0 ? ['correct' as const] : []),
    ...(head ? ['decide' as const] : []),
  ]
}

/** 处理决定 after a decision of public destruction: it cannot go back to the party behind its back. */
export const mayDecide = (lot: LotState, decision: LotDecision): Result<true, 'goodsCondemned'> =>
  lot.condemned && decision === 'return' && lot.decision !== 'return' ? refuse('goodsCondemned') : ok(true)

/** A test that makes sold goods fake would rewrite a sale: it is refused, and the sale is a matter for the head. */
export function mayChangeNature(lot: LotState, nature: Nature): Result<true, 'goodsSoldAlready'> {
  const sellable = moveOf('sell').natures ?? []
  return lot.sold > 0 && !sellable.includes(nature) ? refuse('goodsSoldAlready') : ok(true)
}

/** held = stored + sampled + returned + sold + destroyed + handed, and nothing below zero. */
export const isBalanced = (lot: LotNumbers): boolean =>
  lot.held === bucketNames.reduce((sum, bucket) => sum + lot[bucket], 0) &&
  bucketNames.every(bucket => lot[bucket] >= 0)

/**
 * 账实相符: the guard of 结案. A case with a lot whose numbers do not add up, or whose last count did not fit, cannot close.
 * A case without goods is balanced.
 */
export function ledgerBalanced(lots: readonly LotState[]): Result<true, 'goodsImbalance' | 'goodsUnconfirmed'> {
  const wrong = lots.find(lot => !isBalanced(lot) || lot.difference !== 0)
  const open = lots.find(lot => lot.unconfirmed > 0)
  if (wrong === undefined) return open === undefined ? ok(true) : refuse('goodsUnconfirmed', { lotNo: open.lotNo })
  return refuse('goodsImbalance', { lotNo: wrong.lotNo, difference: wrong.difference })
}

/** 处理完毕: nothing is left in store. What a test used up or the laboratory keeps stays under 抽样. */
export function goodsSettled(lots: readonly LotState[]): Result<true, 'goodsUnsettled'> {
  const left = lots.find(lot => lot.stored > 0)
  return left === undefined ? ok(true) : refuse('goodsUnsettled', { lotNo: left.lotNo })
}
