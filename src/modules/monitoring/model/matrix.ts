/** What sense demands of a feature: 1 = more of it never lowers the score, -1 = never raises it, 0 = either way. */
type Monotone = -1 | 0 | 1

/** One column of a table of features, with the reason a person reads when it weighs in. */
export interface Feature {
  readonly name: string
  readonly reason: string
  readonly monotone: Monotone
}

/** Columns of numbers; NaN where nothing is known. */
export interface Matrix {
  readonly features: readonly Feature[]
  readonly rows: number
  /** One array a feature, `rows` long. */
  readonly columns: readonly Float64Array[]
}

export const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x))
export const logit = (p: number): number => Math.log(p / (1 - p))

/**
 * Reading past the end of an array of numbers is a fault of the program, not a zero. One function a kind of array: the
 * engine compiles a reader that has met several kinds to something many times slower.
 */
export const at = (array: Float64Array, index: number): number => array[index] as number
export const codeAt = (array: Uint8Array, index: number): number => array[index] as number
export const rowAt = (array: Int32Array, index: number): number => array[index] as number
export const itemAt = (array: readonly number[], index: number): number => array[index] as number
