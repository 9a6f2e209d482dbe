/** Pairs of records as numbers `left × n + right` with left < right; grows, and forgets what it has twice. */
export interface PairList {
  add(a: number, b: number): void
  /** Sorted, each once. */
  done(): Float64Array
}

export function pairList(n: number): PairList {
  let held = new Float64Array(1 << 18)
  let length = 0

  function tidy(): void {
    const sorted = held.subarray(0, length).sort()
    let kept = 0
    for (let at = 0; at < length; at += 1) {
      const pair = sorted[at] ?? 0
      if (kept === 0 || pair !== held[kept - 1]) {
        held[kept] = pair
        kept += 1
      }
    }
    length = kept
  }

  return {
    add(a, b) {
      if (length === held.length) {
        tidy()
        if (length > held.length / 2) {
          const wider = new Float64Array(held.length * 2)
          wider.set(held)
          held = wider
        }
      }
      held[length] = a < b ? a * n + b : b * n + a
      length += 1
    },
    done() {
      tidy()
      return held.slice(0, length)
    },
  }
}
