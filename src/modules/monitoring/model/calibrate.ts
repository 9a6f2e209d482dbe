import { at, sigmoid } from './matrix.ts'

/** score → probability: `sigmoid(shift + slope × score)`, slope never negative so that the order stays. */
export interface Calibration {
  readonly shift: number
  readonly slope: number
}

/** How sure we are beforehand that the score is right as it is, in visits: few results must not bend it. */
const trust = 5

/** Fitted on scores (log-odds) given before the outcomes were known (Platt's method, drawn towards "right as it is"). */
export function calibrate(scores: Float64Array, outcomes: Float64Array): Calibration {
  let shift = 0
  let slope = 1
  for (let step = 0; step < 25; step += 1) {
    let ga = -trust * 0.2 * shift
    let gb = -trust * (slope - 1)
    let aa = trust * 0.2
    let ab = 0
    let bb = trust
    for (let n = 0; n < scores.length; n += 1) {
      const score = at(scores, n)
      const p = sigmoid(shift + slope * score)
      const miss = at(outcomes, n) - p
      const curve = p * (1 - p)
      ga += miss
      gb += miss * score
      aa += curve
      ab += curve * score
      bb += curve * score * score
    }
    const determinant = aa * bb - ab * ab
    const [da, db] = [(bb * ga - ab * gb) / determinant, (aa * gb - ab * ga) / determinant]
    shift += da
    slope = Math.max(0.05, slope + db)
    if (Math.abs(da) + Math.abs(db) < 1e-9) break
  }
  return { shift, slope }
}

export const probability = ({ shift, slope }: Calibration, score: number): number =>
  Math.min(0.999, Math.max(0.001, sigmoid(shift + slope * score)))
