import type { Field } from './field.ts'

/** Shares of the levels, one list a field. */
export type LevelShares = readonly (readonly number[])[]

const samples = 200_000

/**
 * How often two records of different persons agree on each level: from pairs drawn at random, in which hardly any are
 * of one person; equality from the counts of the values themselves. (The u of Fellegi and Sunter 1969.)
 */
export function sharesByChance(
  fields: readonly Field[],
  levelOf: readonly ((a: number, b: number) => number)[],
  n: number,
): LevelShares {
  const draw = drawer(n)
  const drawn = Array.from({ length: samples }, () => [draw(), draw()] as const).filter(([a, b]) => a !== b)
  return fields.map(({ kind, value, count, present }, at) => {
    const seen = new Array<number>(kind.levels).fill(0.5)
    const level = levelOf[at] ?? (() => -1)
    for (const [a, b] of drawn) {
      const found = level(value[a] ?? -1, value[b] ?? -1)
      if (found >= 0) seen[found] = (seen[found] ?? 0) + 1
    }
    const equalPairs = count.reduce((sum, of) => sum + of * (of - 1), 0)
    const shares = inShares(seen)
    shares[kind.levels - 1] = Math.max(equalPairs / Math.max(1, present * (present - 1)), 1e-9)
    return shares
  })
}

export function inShares(counts: readonly number[]): number[] {
  const sum = counts.reduce((total, count) => total + count, 0)
  return counts.map(count => count / sum)
}

/** Numbers below n, the same in every run: the result must be repeatable, its chance need not be secret (Lehmer 1951). */
function drawer(n: number): () => number {
  let state = 42
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state % n
  }
}
