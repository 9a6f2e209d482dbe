import { quantile } from './statistics.ts'

export type FigureUnit = 'cases' | 'minutes' | 'workingDays' | 'share' | 'metres'

/** How the values of single cases become one figure: their number, their median, their 90th percentile, the share that is true. */
export type Aggregate = 'count' | 'median' | 'p90' | 'share'

interface Words {
  readonly zh: string
  readonly en: string
}

/**
 * 指标: one definition from which the number, its explanation and the list of its cases all come, so that a figure
 * always opens to exactly what it counts and can never be typed in.
 */
export interface Figure<Case> {
  readonly code: string
  readonly name: Words
  /** 怎么算, as a sentence a shopkeeper understands. */
  readonly formula: Words
  readonly unit: FigureUnit
  readonly aggregate: Aggregate
  /** The views the cases come from. */
  readonly sources: readonly string[]
  /** 谁对它负责. */
  readonly owner: Words
  /** The day that puts a case into a period; undefined: it is not counted at all. */
  day(one: Case): string | undefined
  /** What the case adds; undefined: unknown for this case, so it is left out and not guessed. */
  value(one: Case): number | boolean | undefined
}

export interface Counted {
  /** Null when nothing was counted: no figure is better than a zero that means nothing. */
  readonly value: number | null
  readonly counted: number
}

export interface Period {
  readonly from: string
  readonly to: string
}

/** The cases behind a figure in a period (both days inclusive, ISO), each with what it adds. */
export function casesOf<Case>(
  figure: Figure<Case>,
  cases: readonly Case[],
  { from, to }: Period,
): readonly { readonly one: Case; readonly value: number }[] {
  return cases.flatMap(one => {
    const day = figure.day(one)
    if (day === undefined || day < from || day > to) return []
    const value = figure.value(one)
    return value === undefined ? [] : [{ one, value: Number(value) }]
  })
}

export function compute<Case>(figure: Figure<Case>, cases: readonly Case[], period: Period): Counted {
  const values = casesOf(figure, cases, period).map(({ value }) => value)
  return { value: aggregated(figure.aggregate, values) ?? null, counted: values.length }
}

function aggregated(how: Aggregate, values: readonly number[]): number | undefined {
  switch (how) {
    case 'count':
      return values.length
    case 'median':
      return quantile(values, 0.5)
    case 'p90':
      return quantile(values, 0.9)
    case 'share':
      return values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length
  }
}
