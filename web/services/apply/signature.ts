import type { SubmitApplication } from '#contract/licensing'
import { ok, type Result, refuse } from '#kernel/refusal'

export type Stroke = readonly (readonly [x: number, y: number])[]

/** What a finger drew, in pixels of the pad. */
export interface Drawing {
  readonly width: number
  readonly height: number
  readonly strokes: readonly Stroke[]
}

// Limits of the contract (licensing Signature).
const maxStrokes = 200
const maxNumbers = 4000
/** Shorter than this share of the pad's height, all strokes together are a dot or a slip, not a name. */
const leastLength = 0.3

/** The drawing as integers within the contract's limits; a dot or nothing is `signatureMissing`. */
export function signatureOf(
  drawing: Drawing,
): Result<Extract<SubmitApplication['signature'], { kind: 'handwritten' }>, 'signatureMissing'> {
  const inked = drawing.strokes.reduce((sum, stroke) => sum + lengthOf(stroke), 0)
  // A pad that was never touched has no measured height yet.
  if (inked < Math.max(drawing.height, 100) * leastLength) return refuse('signatureMissing')
  const strokes = drawing.strokes
    .filter(stroke => stroke.length > 0)
    .slice(0, maxStrokes)
    .map(stroke => stroke.flatMap(point => point.map(toInteger)).slice(0, maxNumbers))
  return ok({
    kind: 'handwritten',
    width: side(drawing.width),
    height: side(drawing.height),
    strokes,
  })
}

const toInteger = (value: number): number => Math.round(Math.min(8000, Math.max(-4000, value)))
const side = (value: number): number => Math.round(Math.min(4000, Math.max(50, value)))

function lengthOf(stroke: Stroke): number {
  let sum = 0
  for (let i = 1; i < stroke.length; i++) {
    const [x0, y0] = stroke[i - 1] ?? [0, 0]
    const [x1, y1] = stroke[i] ?? [0, 0]
    sum += Math.hypot(x1 - x0, y1 - y0)
  }
  return sum
}

/** Adds a point unless it is nearly on the last one: a resting finger sends hundreds a second. */
export function withPoint(stroke: Stroke, point: readonly [number, number]): Stroke {
  const last = stroke.at(-1)
  if (last && Math.hypot(point[0] - last[0], point[1] - last[1]) < 2) return stroke
  return [...stroke, point]
}
