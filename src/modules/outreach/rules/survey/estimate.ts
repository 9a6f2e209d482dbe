/** Answers of one drawn shop: the shopkeeper's own, or those of the residents asked from it on. Shares of right answers. */
export interface UnitAnswers {
  readonly town: string
  readonly shares: readonly number[]
}

export interface Stratum {
  readonly town: string
  /** Shops of the register on the day of the draw. */
  readonly frame: number
  readonly drawn: number
}

export interface SurveyPolicy {
  /** Fewest answers to be published. */
  readonly leastAnswers: number
  /** Lowest share of drawn shops that answered. */
  readonly leastResponse: number
}

type WhyNot = 'fewAnswers' | 'lowResponse' | 'townsMissing'

/** 知晓率 with its 95 % interval, how it came about, and why it may not be published. */
export interface Estimate {
  readonly share: number | null
  readonly low: number | null
  readonly high: number | null
  readonly answers: number
  readonly units: number
  readonly drawn: number
  readonly response: number
  readonly towns: readonly {
    readonly town: string
    readonly share: number | null
    readonly answers: number
    readonly drawn: number
    readonly units: number
  }[]
  readonly reasons: readonly WhyNot[]
}

/**
 * The combined estimate of a stratified sample of clusters: within a town the ratio of right shares to respondents, towns weighed by
 * their shops, variance by linearisation with finite-population correction (Cochran 1977, 6.11 and 9A.3). The interval is Wilson's
 * with the effective number of answers n = p(1−p)/V (Korn and Graubard 1998), which stays within 0 and 1.
 */
export function estimate(units: readonly UnitAnswers[], strata: readonly Stratum[], policy: SurveyPolicy): Estimate {
  const byTown = Map.groupBy(units, ({ town }) => town)
  const parts = strata.map(stratum => partOf(stratum, byTown.get(stratum.town) ?? []))
  const answered = parts.filter(part => part.share !== null)
  const weight = answered.reduce((sum, { frame }) => sum + frame, 0)
  const answers = parts.reduce((sum, part) => sum + part.answers, 0)
  const drawn = strata.reduce((sum, stratum) => sum + stratum.drawn, 0)
  const response = drawn === 0 ? 0 : units.length / drawn
  const share = weight === 0 ? null : answered.reduce((sum, part) => sum + (part.frame / weight) * (part.share ?? 0), 0)
  const variance = answered.reduce(
    (sum, part) => sum + (part.frame / weight) ** 2 * (part.variance ?? pooled(answered)),
    0,
  )
  const bounds = share === null ? { low: null, high: null } : wilson(share, variance, answers)
  const reasons: WhyNot[] = []
  if (answers < policy.leastAnswers) reasons.push('fewAnswers')
  if (response < policy.leastResponse) reasons.push('lowResponse')
  if (answered.length < strata.length) reasons.push('townsMissing')
  const towns = parts.map(({ town, share: own, answers: count, drawn: of, units: n }) => ({
    town,
    share: own,
    answers: count,
    drawn: of,
    units: n,
  }))
  return { share, ...bounds, answers, units: units.length, drawn, response, towns, reasons }
}

function partOf({ town, frame, drawn }: Stratum, units: readonly UnitAnswers[]) {
  const n = units.length
  const answers = units.reduce((sum, { shares }) => sum + shares.length, 0)
  if (answers === 0) return { town, frame, drawn, units: n, answers, share: null, variance: null }
  const total = (shares: readonly number[]) => shares.reduce((sum, share) => sum + share, 0)
  const share = units.reduce((sum, { shares }) => sum + total(shares), 0) / answers
  if (n < 2) return { town, frame, drawn, units: n, answers, share, variance: null }
  const each = answers / n
  const squares = units.reduce((sum, { shares }) => sum + (total(shares) - share * shares.length) ** 2, 0)
  const variance = ((1 - Math.min(1, n / frame)) * squares) / (n - 1) / n / each ** 2
  return { town, frame, drawn, units: n, answers, share, variance }
}

/** A town with one answering shop says nothing of its own spread: it is taken to vary as much as the widest of the others. */
const pooled = (parts: readonly { readonly variance: number | null }[]): number =>
  parts.reduce((most, { variance }) => Math.max(most, variance ?? 0), 0)

function wilson(share: number, variance: number, answers: number): { low: number; high: number } {
  const z = 1.96
  const n = variance > 0 && share > 0 && share < 1 ? (share * (1 - share)) / variance : answers
  const middle = (share + z ** 2 / (2 * n)) / (1 + z ** 2 / n)
  const half = (z / (1 + z ** 2 / n)) * Math.sqrt((share * (1 - share)) / n + z ** 2 / (4 * n ** 2))
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) }
}
