import { type Citation, cite } from '#kernel/citation'
import { type Fen, fen } from '#kernel/money'
import type { ViolationCode } from './table.ts'

const item2 = cite('TL', 52, { item: 2 })

/** 条例第五十二条第二项: each of the eight makes the transport a serious case. Over, not at: 超过5万元、超过100件. */
const seriousTransport = {
  value: { zh: '价值超过 5 万元', en: 'worth more than ¥50,000' },
  quantity: { zh: '卷烟超过 100 件（100 万支）', en: 'more than 100 cases (1,000,000 sticks)' },
  punished: { zh: '被烟草专卖行政主管部门处罚两次以上', en: 'punished by a tobacco bureau twice or more' },
  resisted: { zh: '抗拒检查', en: 'resisted the check' },
  smuggled: { zh: '运输走私烟草专卖品', en: 'smuggled goods' },
  unlicensedMaker: { zh: '运输无生产企业许可证的企业生产的烟草专卖品', en: 'goods of an unlicensed producer' },
  disguised: { zh: '利用伪装', en: 'disguised' },
  specialVehicle: { zh: '利用特种车辆逃避检查', en: 'a special vehicle, to evade checks' },
  other: { zh: '其他情节严重', en: 'otherwise serious' },
} as const satisfies Record<string, { zh: string; en: string }>
export type SeriousTransport = keyof typeof seriousTransport

export interface TransportFacts {
  readonly value: Fen
  readonly sticks: number
  /** Penalties by tobacco bureaus before this act. */
  readonly penalties: number
  /** What officers saw, one flag each; value, quantity and penalties are reckoned. */
  readonly seen: readonly Exclude<SeriousTransport, 'value' | 'quantity' | 'punished'>[]
}

/** P02 or P03, with the reasons for the harder one and their article. */
export function gradeTransport(facts: TransportFacts): {
  readonly code: Extract<ViolationCode, 'P02' | 'P03'>
  readonly reasons: readonly SeriousTransport[]
  readonly basis: Citation
} {
  const reasons: SeriousTransport[] = []
  if (facts.value > fen(5_000_000)) reasons.push('value')
  if (facts.sticks > 1_000_000) reasons.push('quantity')
  if (facts.penalties >= 2) reasons.push('punished')
  reasons.push(...facts.seen)
  return reasons.length > 0
    ? { code: 'P03', reasons, basis: item2 }
    : { code: 'P02', reasons, basis: cite('TL', 52, { item: 1 }) }
}

/** 限量 for one person and time, in the unit of the goods; policy, since the notices were seen in excerpts only. */
export interface CarryLimits {
  readonly carrySticks: number
  readonly postSticks: number
  readonly leafGrams: number
  /** “超过限量一倍以上”: from how many times the limit on; 2 by our reading, to be confirmed. */
  readonly factor: number
}

/** P05 begins where the quantity reaches `factor` times the limit; below it nothing is punished. */
export function isOverLimit(
  goods: { readonly how: 'carry' | 'post'; readonly kind: 'sticks' | 'leaf'; readonly amount: number },
  limits: CarryLimits,
): boolean {
  const limit = goods.kind === 'leaf' ? limits.leafGrams : goods.how === 'post' ? limits.postSticks : limits.carrySticks
  return goods.amount >= limit * limits.factor
}

/** 无证批发 by one sale: 50 条 or more (条例第二十四条). */
export const isWholesale = (sticksInOneSale: number): boolean => sticksInOneSale >= 50 * 200

/** 烟叶一千公斤以上 (条例第五十一条第二项). */
export const leafIsMuch = (grams: number): boolean => grams >= 1_000_000
