import type { Fen } from '#kernel/money'
import { type CriterionCode, criterionCodes, criterionOf, type Measured } from './criteria.ts'

/** What a case knows so far; every sum in fen, cigarettes in 支. */
export interface CrimeFacts {
  readonly business: Fen
  readonly gains: Fen
  /** 卷烟 and 雪茄烟 traded or transported without a licence. */
  readonly sticks: number
  readonly fakeSold: Fen
  readonly fakeUnsold: Fen
  readonly tax: Fen
  readonly party: 'person' | 'unit'
  /** 'retail' or 'wholesale': holds a licence, so 非法经营 is a question for a lawyer first (最高法 2011 reply, recalled). */
  readonly licence: 'none' | 'retail' | 'wholesale'
  readonly fakeBrand: boolean
  readonly smuggled: boolean
  /** Days of earlier penalties for trade in tobacco, and of penalties for smuggling. */
  readonly penalties: readonly string[]
  readonly smugglingPenalties: readonly string[]
  /** The day of this act. */
  readonly actedOn: string
}

type Level = 'below' | 'near' | 'reached'

/** One bar of the page: how far a criterion is filled. */
export interface Bar {
  readonly code: CriterionCode
  readonly value: number
  readonly limit: number
  readonly level: Level
  /** Filled share in percent, floored, so that 79.9 % never shows as 80. */
  readonly percent: number
}

/** 对照追诉标准: every criterion that speaks of this case, warned at `warnPercent` and at the limit itself. */
export function thresholdBars(facts: CrimeFacts, warnPercent: number): readonly Bar[] {
  return criterionCodes.flatMap(code => {
    if (!speaksOf(code, facts)) return []
    const { limit, of } = criterionOf(code)
    const value = measureOf(of, facts)
    // Whole numbers on both sides: no rounding at the line.
    const level: Level = value >= limit ? 'reached' : value * 100 >= limit * warnPercent ? 'near' : 'below'
    return [{ code, value, limit, level, percent: Math.floor((value * 100) / limit) }]
  })
}

export const reachedBars = (bars: readonly Bar[]): readonly Bar[] => bars.filter(({ level }) => level === 'reached')

function measureOf(of: Measured, facts: CrimeFacts): number {
  return of === 'fakeTogether' ? facts.fakeSold + facts.fakeUnsold : facts[of]
}

function speaksOf(code: CriterionCode, facts: CrimeFacts): boolean {
  const { only, of } = criterionOf(code)
  if (of === 'tax' && !facts.smuggled) return false
  if (only === undefined) return true
  if (only === 'punishedTwice') return within(facts.penalties, facts.actedOn, { years: 3 }) >= 2
  if (only === 'smuggledTwice') return within(facts.smugglingPenalties, facts.actedOn, { years: 1 }) >= 2
  return facts.party === only
}

/** Penalties in the years before the act, the anniversary included. */
function within(days: readonly string[], actedOn: string, length: { years: number }): number {
  const first = Temporal.PlainDate.from(actedOn).subtract(length).toString()
  return days.filter(day => day >= first && day <= actedOn).length
}
