import type { Matrix } from './matrix.ts'

/** What a learner learns from: features as they stood, and what came of it. */
export interface Examples {
  readonly matrix: Matrix
  readonly outcome: Float64Array
  readonly weight: Float64Array
  /** Log-odds known before any feature is looked at (the level of that time, or a published prior). */
  readonly offset: Float64Array
}

/** Log-odds of each row and what each feature added (`rows × features`). */
export interface Scores {
  readonly score: Float64Array
  readonly parts: Float64Array
}
