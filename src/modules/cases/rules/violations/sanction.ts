import { type Fen, fen, mulRatio } from '#kernel/money'
import { ok, type Result, refuse } from '#kernel/refusal'
import { type Fine, type ViolationCode, violationCodes, violationOf } from './table.ts'
import type { Base, Measure } from './words.ts'

/** What the file knows of one violation when the fine is reckoned. */
export interface ViolationFacts {
  readonly code: ViolationCode
  /** 情节严重 of the same article (P01 by weight, P18 and P19 by judgment). */
  readonly serious: boolean
  /** 参照的案由: which violation P20 stands beside (条例第六十五条). */
  readonly like?: ViolationCode
  /** The bases in fen, as far as they are proven. */
  readonly amounts: Readonly<Partial<Record<Base, Fen>>>
  /** Where a row knows two bases: which one. */
  readonly base?: Base
}

/** 处罚幅度 in fen for this case; `fine` undefined: the article orders no fine. */
export interface SanctionRange {
  readonly code: ViolationCode
  readonly measures: readonly Measure[]
  readonly fine?: {
    readonly from: Fen
    readonly to: Fen
    readonly may: boolean
    /** Undefined for a fine in yuan. */
    readonly base?: Base
    readonly amount?: Fen
    readonly percent?: readonly [from: number, to: number]
  }
}

/** The range the law leaves for this violation (行政处罚法第三十四条: 裁量 stays within it). */
export function sanctionRange(
  facts: ViolationFacts,
): Result<SanctionRange, 'violationLikeMissing' | 'violationBaseMissing' | 'violationBaseForeign'> {
  if (facts.code === 'P20' && (facts.like === undefined || facts.like === 'P20')) return refuse('violationLikeMissing')
  const row = violationOf(facts.code === 'P20' && facts.like !== undefined ? facts.like : facts.code)
  const step = facts.serious && row.serious !== undefined ? row.serious : row
  const range = { code: facts.code, measures: step.measures }
  if (step.fine === undefined) return ok(range)
  const fine = rangeOf(step.fine, facts)
  return fine.ok ? ok({ ...range, fine: fine.value }) : fine
}

function rangeOf(
  fine: Fine,
  facts: ViolationFacts,
): Result<NonNullable<SanctionRange['fine']>, 'violationBaseMissing' | 'violationBaseForeign'> {
  if ('yuan' in fine) return ok({ from: fen(fine.yuan[0] * 100), to: fen(fine.yuan[1] * 100), may: fine.may })
  const base = facts.base ?? fine.of
  if (base !== fine.of && base !== fine.orOf) return refuse('violationBaseForeign', { code: facts.code })
  const amount = facts.amounts[base]
  if (amount === undefined) return refuse('violationBaseMissing', { code: facts.code })
  const [from, to] = fine.percent
  return ok({
    from: mulRatio(amount, from, 100),
    to: mulRatio(amount, to, 100),
    may: fine.may,
    base,
    amount,
    percent: fine.percent,
  })
}

/** 同一个违法行为: of several norms broken by one act the one with the highest fine, once (行政处罚法第二十九条). */
export function governingRange(ranges: readonly SanctionRange[]): SanctionRange | undefined {
  return ranges.reduce<SanctionRange | undefined>(
    (best, range) => (best === undefined || (range.fine?.to ?? -1) > (best.fine?.to ?? -1) ? range : best),
    undefined,
  )
}

/** The violations that belong to somebody else: a referral, never a penalty of this bureau. */
export const foreignViolations = violationCodes.filter(code => violationOf(code).body !== 'tobacco')
