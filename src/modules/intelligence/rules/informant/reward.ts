import { type Citation, cite } from '#kernel/citation'
import type { Moves, StateOf } from '#kernel/state-table'
import type { RewardTable } from '../policy.ts'

/** 举报奖励: proposed by one, approved by two others, paid by a fourth against the code. */
export const rewardMoves = {
  proposed: { approve: 'first', reject: 'rejected' },
  first: { approve: 'approved', reject: 'rejected' },
  approved: { pay: 'paid' },
  paid: {},
  rejected: {},
} as const satisfies Moves
export type RewardState = StateOf<typeof rewardMoves>

export const rewardStateWords: Readonly<Record<RewardState, { readonly zh: string; readonly en: string }>> = {
  proposed: { zh: '待第一人审批', en: 'Waits for the first approval' },
  first: { zh: '待第二人审批', en: 'Waits for the second approval' },
  approved: { zh: '可以领取', en: 'Ready to be paid out' },
  paid: { zh: '已领取', en: 'Paid out' },
  rejected: { zh: '不予奖励', en: 'Not granted' },
}

export const rewardBasis: readonly Citation[] = [cite('TL', 50)]

/** What was seized or found, by kind; each with the unit its rate speaks of. */
export const rewardGoods = {
  finished: { zh: '成品假烟、走私烟', en: 'Finished counterfeit or smuggled', unit: '支', unitEn: 'sticks' },
  loose: { zh: '散支烟', en: 'Loose cigarettes', unit: '支', unitEn: 'sticks' },
  genuine: { zh: '真品卷烟（案值）', en: 'Genuine (value)', unit: '元', unitEn: 'yuan' },
  shred: { zh: '烟丝', en: 'Shred', unit: '公斤', unitEn: 'kg' },
  leaf: { zh: '烟叶', en: 'Leaf', unit: '公斤', unitEn: 'kg' },
} as const
export type RewardGood = keyof typeof rewardGoods
export const rewardGoodCodes = Object.keys(rewardGoods) as [RewardGood, ...RewardGood[]]

export interface RewardAsked {
  readonly goods: readonly { readonly kind: RewardGood; readonly amount: number }[]
  /** The fine imposed, in fen; null where there is none. */
  readonly fineFen: number | null
}

export interface RewardLine {
  readonly zh: string
  readonly fen: number
}

/** 奖励计算: whole fen, rounded down line by line, then the caps. Every line says what it was reckoned from. */
export function rewardOf(
  asked: RewardAsked,
  table: RewardTable,
): { readonly fen: number; readonly lines: readonly RewardLine[] } {
  const lines: RewardLine[] = asked.goods.map(({ kind, amount }) => ({
    zh: `${rewardGoods[kind].zh} ${amount} ${rewardGoods[kind].unit} × ${rateWords(kind, table)}`,
    fen: Math.floor(amount * fenPerUnit(kind, table)),
  }))
  let fen = lines.reduce((sum, line) => sum + line.fen, 0)
  const cap = table.capYuan * 100
  if (fen > cap) {
    lines.push({ zh: `每案上限 ${table.capYuan} 元`, fen: cap - fen })
    fen = cap
  }
  if (table.notAboveFine && asked.fineFen !== null && fen > asked.fineFen) {
    lines.push({ zh: '不超过罚款额', fen: asked.fineFen - fen })
    fen = asked.fineFen
  }
  return { fen, lines }
}

function fenPerUnit(kind: RewardGood, table: RewardTable): number {
  switch (kind) {
    case 'finished':
      return (table.finishedPerCase * 100) / 10_000
    case 'loose':
      return (table.loosePerCase * 100) / 10_000
    case 'genuine':
      return table.genuinePercent
    case 'shred':
      return (table.shredPerTonne * 100) / 1000
    case 'leaf':
      return (table.leafPerTonne * 100) / 1000
  }
}

function rateWords(kind: RewardGood, table: RewardTable): string {
  switch (kind) {
    case 'finished':
      return `${table.finishedPerCase} 元/万支`
    case 'loose':
      return `${table.loosePerCase} 元/万支`
    case 'genuine':
      return `${table.genuinePercent}%`
    case 'shred':
      return `${table.shredPerTonne} 元/吨`
    case 'leaf':
      return `${table.leafPerTonne} 元/吨`
  }
}
