import type { Examples, Scores } from './examples.ts'
import { at, type Feature, type Matrix, sigmoid } from './matrix.ts'
import { solve } from './solve.ts'
import { type Moments, momentsOf, standardised, unscaled } from './standard.ts'

/** A ridge logistic regression on standardised columns; an unknown value weighs nothing (it counts as the mean). */
export interface Logistic {
  readonly moments: Moments
  readonly weight: Float64Array
  readonly intercept: number
}

/** Weights expected beforehand, on the columns' own scale. */
interface Prior {
  readonly weight: Float64Array
  readonly intercept: number
  /** How strongly the intercept is held to it, in visits. */
  readonly trust: number
}

export interface LogisticSettings {
  /** How strongly weights are held to the prior, or to 0 where none is given. */
  readonly ridge: number
  readonly prior?: Prior | undefined
}

/**
 * Newton's method, so the answer is always the same. A weight that would break the promise of its feature is held at
 * zero and the rest fitted again.
 */
export function trainLogistic(examples: Examples, { ridge, prior }: LogisticSettings): Logistic {
  // A published prior speaks of the columns as they are: these are not rescaled.
  const moments = prior ? unscaled(prior.weight.length) : momentsOf(examples.matrix)
  const rows = rowMajor(standardised(examples.matrix, moments), examples.matrix.rows)
  const expected = prior?.weight ?? new Float64Array(examples.matrix.columns.length)
  const held = new Set<number>()
  for (;;) {
    const beta = solved(rows, examples, { ridge, prior, expected, held })
    const broken = breaking(examples.matrix.features, beta).filter(c => !held.has(c))
    if (broken.length === 0) {
      const width = expected.length
      return { moments, weight: beta.slice(0, width), intercept: at(beta, width) }
    }
    for (const c of broken) held.add(c)
  }
}

const breaking = (features: readonly Feature[], beta: Float64Array): number[] =>
  features.flatMap(({ monotone }, c) => (monotone * at(beta, c) < 0 ? [c] : []))

interface Held extends LogisticSettings {
  readonly expected: Float64Array
  readonly held: ReadonlySet<number>
}

function solved(
  rows: Float64Array,
  { matrix, outcome, weight, offset }: Examples,
  { ridge, prior, expected, held }: Held,
): Float64Array {
  const width = expected.length
  const size = width + 1
  const beta = new Float64Array(size)
  beta.set(expected)
  beta[width] = prior?.intercept ?? 0
  for (const c of held) beta[c] = 0
  for (let step = 0; step < 12; step += 1) {
    const gradient = new Float64Array(size)
    const hessian = new Float64Array(size * size)
    for (let row = 0; row < matrix.rows; row += 1) {
      const x = rows.subarray(row * size, row * size + size)
      let score = at(offset, row)
      for (let c = 0; c < size; c += 1) score += at(beta, c) * at(x, c)
      const p = sigmoid(score)
      addRow(gradient, hessian, x, {
        miss: at(weight, row) * (at(outcome, row) - p),
        curve: at(weight, row) * p * (1 - p),
      })
    }
    for (let c = 0; c < size; c += 1) {
      const [hold, target] =
        c === width
          ? [prior?.trust ?? 1e-3, prior?.intercept ?? 0]
          : [held.has(c) ? 1e9 : ridge, held.has(c) ? 0 : at(expected, c)]
      gradient[c] = at(gradient, c) - hold * (at(beta, c) - target)
      hessian[c * size + c] = at(hessian, c * size + c) + hold
    }
    const move = solve(hessian, gradient)
    let most = 0
    for (let c = 0; c < size; c += 1) {
      beta[c] = at(beta, c) + at(move, c)
      most = Math.max(most, Math.abs(at(move, c)))
    }
    if (most < 1e-5) break
  }
  for (const c of held) beta[c] = 0
  return beta
}

function addRow(
  gradient: Float64Array,
  hessian: Float64Array,
  x: Float64Array,
  { miss, curve }: { miss: number; curve: number },
): void {
  const size = gradient.length
  for (let a = 0; a < size; a += 1) {
    const value = at(x, a)
    if (value === 0) continue
    gradient[a] = at(gradient, a) + miss * value
    const scaled = curve * value
    const from = a * size
    for (let b = 0; b <= a; b += 1) hessian[from + b] = at(hessian, from + b) + scaled * at(x, b)
  }
}

/** One row after the other with a 1 at its end for the intercept: read once a step, in order. */
function rowMajor(columns: readonly Float64Array[], count: number): Float64Array {
  const size = columns.length + 1
  const rows = new Float64Array(count * size).fill(1)
  columns.forEach((column, c) => {
    for (let row = 0; row < count; row += 1) rows[row * size + c] = at(column, row)
  })
  return rows
}

/** The line without the offset. */
export function applyLogistic(model: Logistic, matrix: Matrix): Scores {
  const columns = standardised(matrix, model.moments)
  const width = columns.length
  const score = new Float64Array(matrix.rows).fill(model.intercept)
  const parts = new Float64Array(matrix.rows * width)
  columns.forEach((column, c) => {
    for (let row = 0; row < matrix.rows; row += 1) {
      const part = at(model.weight, c) * at(column, row)
      parts[row * width + c] = part
      score[row] = at(score, row) + part
    }
  })
  return { score, parts }
}
