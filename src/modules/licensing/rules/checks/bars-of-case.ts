import { type Citation, cite, formatCitation } from '#kernel/citation'
import type { BarKind } from './facts.ts'

/** 生效的处罚决定 of a case, as far as it says something about who may hold a licence. */
export interface CaseVerdict {
  readonly caseNo: string
  readonly decidedOn: string
  /** 取消资格、吊销许可证. */
  readonly licenceTaken: boolean
  /** 处罚内容 in the words of the decision. */
  readonly words: string
  /** The articles that the decision stands on. */
  readonly basis: readonly Citation[]
}

export interface BarOfCase {
  readonly kind: BarKind
  readonly since: string
  readonly basis: string
}

/**
 * A decision that takes the right to trade bars from its day (TL 14); a fine alone bars nobody. 无证经营 is punished by the market
 * regulator (reference §8.2), whose second decision within a year an officer records by its document.
 */
export function barOfVerdict({ caseNo, decidedOn, licenceTaken, words, basis }: CaseVerdict): BarOfCase | undefined {
  if (!licenceTaken) return undefined
  const articles = [...new Set([...basis, cite('TL', 14)].map(formatCitation))].join('、')
  return {
    kind: 'disqualified',
    since: decidedOn,
    basis: `案件 ${caseNo} 的行政处罚决定（${decidedOn}）：${words}。依据${articles}。`,
  }
}
