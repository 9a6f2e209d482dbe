import type { Fen } from '#kernel/money'
import type { ViolationCode } from '../violations/table.ts'
import type { FactorCode } from './factors.ts'

/** A closed case as the comparison needs it: no name, no place finer than the case itself. */
export interface ClosedCase {
  readonly caseNo: string
  readonly violation: ViolationCode
  readonly amount: Fen
  readonly fine: Fen
  readonly factors: readonly FactorCode[]
  readonly decidedOn: string
}

export interface SimilarCase extends ClosedCase {
  /** 0–1: how like it is, with equal weight for amount band and factors. */
  readonly likeness: number
  /** The fine in percent of the amount, one decimal. */
  readonly percent: number
}

/** 金额档: which band an amount is in; bands are upper limits in fen, ascending. */
export const bandOf = (amount: Fen, limits: readonly Fen[]): number => limits.filter(limit => amount >= limit).length

/** 类案: closed cases of the same violation, nearest first; the newer before the older of equal likeness. */
export function similarCases(
  one: { readonly violation: ViolationCode; readonly amount: Fen; readonly factors: readonly FactorCode[] },
  closed: readonly ClosedCase[],
  limits: readonly Fen[],
  most = 8,
): readonly SimilarCase[] {
  const band = bandOf(one.amount, limits)
  return closed
    .filter(other => other.violation === one.violation)
    .map(other => {
      const near = 1 / (1 + Math.abs(bandOf(other.amount, limits) - band))
      const likeness = (near + overlap(one.factors, other.factors)) / 2
      const percent = other.amount === 0 ? 0 : Math.round((other.fine / other.amount) * 1000) / 10
      return { ...other, likeness, percent }
    })
    .toSorted((a, b) => b.likeness - a.likeness || (a.decidedOn < b.decidedOn ? 1 : -1))
    .slice(0, most)
}

/** Shared factors of all factors (Jaccard); two cases without any are alike in that. */
function overlap(a: readonly FactorCode[], b: readonly FactorCode[]): number {
  const all = new Set([...a, ...b])
  return all.size === 0 ? 1 : a.filter(code => b.includes(code)).length / all.size
}

/** What similar cases were fined, for the sentence above the list: lowest, middle and highest share. */
export function spreadOf(
  similar: readonly SimilarCase[],
): { readonly low: number; readonly middle: number; readonly high: number } | undefined {
  const percents = similar.map(({ percent }) => percent).toSorted((a, b) => a - b)
  const [low, middle, high] = [percents[0], percents[Math.floor(percents.length / 2)], percents.at(-1)]
  return low === undefined || middle === undefined || high === undefined ? undefined : { low, middle, high }
}
