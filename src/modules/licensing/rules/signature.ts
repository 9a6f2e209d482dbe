/** Shorter than this is a touch of the screen, not a signature (手写签名); in the pixels of the pad. */
const shortestInk = 30

/** Whether somebody wrote something: strokes of x,y pairs whose lines together are long enough. */
export function isSigned(strokes: readonly (readonly number[])[]): boolean {
  if (strokes.some(stroke => stroke.length % 2 !== 0)) return false
  return strokes.reduce((ink, stroke) => ink + lengthOf(stroke), 0) >= shortestInk
}

function lengthOf(stroke: readonly number[]): number {
  let length = 0
  for (let i = 2; i < stroke.length; i += 2) {
    length += Math.hypot((stroke[i] ?? 0) - (stroke[i - 2] ?? 0), (stroke[i + 1] ?? 0) - (stroke[i - 1] ?? 0))
  }
  return length
}

/** On the pad, well enough; or on paper, where the scanned form is looked for in the file. */
export const isSignedSomehow = (
  signature:
    | { readonly kind: 'handwritten'; readonly strokes: readonly (readonly number[])[] }
    | { readonly kind: 'paper' },
): boolean => signature.kind === 'paper' || isSigned(signature.strokes)
