import { inShares, type LevelShares } from './chance.ts'
import type { Comparison } from './comparison.ts'

const rounds = 30

/**
 * How often two records of one person agree on each level, learned without examples by expectation and maximisation
 * over the candidate pairs (Winkler 1988). What candidates of different persons agree on is learned beside it: they
 * met under a key, so chance alone does not describe them.
 */
export function firstEstimate({ fields, levels, pairs }: Comparison, byChance: LevelShares, n: number): LevelShares {
  const patterns = patternsOf(fields.length, levels, pairs.length)
  let same: LevelShares = fields.map(({ kind }) => startShares(kind.levels))
  let other: LevelShares = byChance
  let share = Math.min(0.5, n / Math.max(1, pairs.length))
  for (let round = 0; round < rounds; round += 1) {
    const countsSame = fields.map(({ kind }) => new Array<number>(kind.levels).fill(0.5))
    const countsOther = fields.map(({ kind }) => new Array<number>(kind.levels).fill(0.5))
    let total = 0
    for (const { of, times } of patterns) {
      const posterior = posteriorOf(of, { same, other, share })
      total += posterior * times
      of.forEach((level, at) => {
        if (level < 0) return
        addTo(countsSame[at], level, posterior * times)
        addTo(countsOther[at], level, (1 - posterior) * times)
      })
    }
    same = countsSame.map(inShares)
    other = countsOther.map(inShares)
    share = total / Math.max(1, pairs.length)
  }
  return same
}

/** Before anything is known: most records of one person agree. */
function startShares(levels: number): number[] {
  return Array.from({ length: levels }, (_, level) => (level === levels - 1 ? 0.85 : 0.15 / (levels - 1)))
}

interface Mixture {
  readonly same: LevelShares
  readonly other: LevelShares
  readonly share: number
}

function posteriorOf(of: readonly number[], { same, other, share }: Mixture): number {
  let [a, b] = [share, 1 - share]
  for (let at = 0; at < of.length; at += 1) {
    const level = of[at] ?? -1
    if (level < 0) continue
    a *= same[at]?.[level] ?? 1
    b *= other[at]?.[level] ?? 1
  }
  return a / (a + b)
}

/** Equal rows of levels counted together: thousands instead of millions. */
function patternsOf(width: number, levels: Int8Array, pairs: number): { of: number[]; times: number }[] {
  const times = new Map<number, number>()
  const first = new Map<number, number>()
  for (let pair = 0; pair < pairs; pair += 1) {
    let key = 0
    for (let at = 0; at < width; at += 1) key = key * 6 + (levels[pair * width + at] ?? -1) + 1
    times.set(key, (times.get(key) ?? 0) + 1)
    if (!first.has(key)) first.set(key, pair)
  }
  return [...times].map(([key, count]) => {
    const from = (first.get(key) ?? 0) * width
    return { of: Array.from(levels.subarray(from, from + width)), times: count }
  })
}

function addTo(counts: number[] | undefined, level: number, amount: number): void {
  if (counts) counts[level] = (counts[level] ?? 0) + amount
}
