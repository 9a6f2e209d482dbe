import { at, type Matrix } from './matrix.ts'

/** Mean and spread of each column over what is known. */
export interface Moments {
  readonly mean: Float64Array
  readonly spread: Float64Array
}

export function momentsOf({ columns }: Matrix): Moments {
  const mean = new Float64Array(columns.length)
  const spread = new Float64Array(columns.length)
  columns.forEach((column, c) => {
    const known = column.filter(value => !Number.isNaN(value))
    const n = Math.max(1, known.length)
    const m = known.reduce((sum, value) => sum + value, 0) / n
    mean[c] = m
    spread[c] = Math.sqrt(known.reduce((sum, value) => sum + (value - m) ** 2, 0) / n)
  })
  return { mean, spread }
}

/** Beyond four spreads a value says no more: one odd shop must not pull a straight line. Unknown is 0, the mean. */
export function standardised({ columns }: Matrix, { mean, spread }: Moments): Float64Array[] {
  return columns.map((column, c) => {
    const [m, s] = [at(mean, c), at(spread, c)]
    return column.map(value => (Number.isNaN(value) || s < 1e-12 ? 0 : Math.max(-4, Math.min(4, (value - m) / s))))
  })
}

/** Moments that leave a column as it is. */
export const unscaled = (width: number): Moments => ({
  mean: new Float64Array(width),
  spread: new Float64Array(width).fill(1),
})
