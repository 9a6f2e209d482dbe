/** A repeatable source of chance (随机数): the same seed gives the same county, on every machine. Not for secrets. */
export interface Chance {
  /** At least 0, less than 1. */
  next(): number
  /** A whole number from `min` to `max`, both included. */
  int(min: number, max: number): number
  pick<T>(list: readonly T[]): T
  /** One of the values, as often as its weight says. */
  weighted<T>(choices: readonly (readonly [weight: number, value: T])[]): T
  /** True in this share of the cases. */
  often(share: number): boolean
  /** An independent source for one purpose, so that more draws for one thing do not move all others. */
  fork(purpose: string): Chance
}

export function chanceOf(seed: number | string): Chance {
  let state = hash(`${seed}`)
  const next = (): number => {
    // Mulberry32: 32 bits of state, well mixed, public domain.
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    next,
    int: (min, max) => min + Math.floor(next() * (max - min + 1)),
    pick: list => itemAt(list, Math.floor(next() * list.length)),
    weighted: choices => weighted(choices, next()),
    often: share => next() < share,
    fork: purpose => chanceOf(`${seed}/${purpose}`),
  }
}

function weighted<T>(choices: readonly (readonly [number, T])[], share: number): T {
  let left = share * choices.reduce((sum, [weight]) => sum + weight, 0)
  for (const [weight, value] of choices) {
    left -= weight
    if (left < 0) return value
  }
  return itemAt(choices, choices.length - 1)[1]
}

function itemAt<T>(list: readonly T[], index: number): T {
  if (index < 0 || index >= list.length) throw new RangeError('nothing to choose from')
  return list[index] as T
}

/** FNV-1a over UTF-16 units. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  return value | 0
}
