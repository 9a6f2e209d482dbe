import type { FigureDefinition } from './figure.ts'

/** How a figure stands beside what it was: shares in percentage points, all others as a share of what it was. */
export interface Change {
  readonly amount: number
  readonly unit: 'points' | 'ratio'
  /** Undefined where neither way is the better one, or nothing moved. */
  readonly good: boolean | undefined
}

/** Undefined where one of the two is unknown, or nought: a growth from nothing has no share. */
export function figureChange(
  { unit, better }: Pick<FigureDefinition, 'unit'> & { readonly better?: 'up' | 'down' | null | undefined },
  now: number | null,
  before: number | null,
): Change | undefined {
  if (now === null || before === null || (unit !== 'share' && before === 0)) return undefined
  const amount = unit === 'share' ? (now - before) * 100 : (now - before) / before
  const up = amount > 0
  const good = better === null || better === undefined || amount === 0 ? undefined : up === (better === 'up')
  return { amount, unit: unit === 'share' ? 'points' : 'ratio', good }
}
