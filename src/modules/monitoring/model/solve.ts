import { at } from './matrix.ts'

/** Solves `A x = b` for a symmetric positive definite `A` given by its lower triangle (Cholesky). */
export function solve(matrix: Float64Array, right: Float64Array): Float64Array {
  const n = right.length
  const low = Float64Array.from(matrix)
  for (let j = 0; j < n; j += 1) {
    let diagonal = at(low, j * n + j)
    for (let k = 0; k < j; k += 1) diagonal -= at(low, j * n + k) ** 2
    const root = Math.sqrt(Math.max(diagonal, 1e-12))
    low[j * n + j] = root
    for (let i = j + 1; i < n; i += 1) {
      let sum = at(low, i * n + j)
      for (let k = 0; k < j; k += 1) sum -= at(low, i * n + k) * at(low, j * n + k)
      low[i * n + j] = sum / root
    }
  }
  const x = Float64Array.from(right)
  for (let i = 0; i < n; i += 1) {
    for (let k = 0; k < i; k += 1) x[i] = at(x, i) - at(low, i * n + k) * at(x, k)
    x[i] = at(x, i) / at(low, i * n + i)
  }
  for (let i = n - 1; i >= 0; i -= 1) {
    for (let k = i + 1; k < n; k += 1) x[i] = at(x, i) - at(low, k * n + i) * at(x, k)
    x[i] = at(x, i) / at(low, i * n + i)
  }
  return x
}
