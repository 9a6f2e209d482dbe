import { inShares, type LevelShares } from './chance.ts'
import type { Field } from './field.ts'

/** One field half says what another has said: who was born in the same town has a post code that begins alike, same person or not. */
export interface Dependence {
  readonly field: number
  /** The field that speaks first. */
  readonly on: number
  /** Shares of the levels among different persons for whom that one is equal; the last, equality, is left as it is by chance. */
  readonly byChance: readonly number[]
}

export interface DependenceOf {
  readonly fields: readonly Field[]
  readonly levelOf: readonly ((a: number, b: number) => number)[]
  readonly byChance: LevelShares
  readonly groups: readonly (readonly number[])[]
  readonly n: number
}

/** Fewer pairs say nothing. */
const leastPairs = 200
/** Information (bits) below which a dependence is not worth its trouble. */
const leastBits = 0.2

/**
 * For each field the one on which its likeness depends most, among pairs of different groups. Equality is not looked
 * at: persons who are one and were not found yet would pass for dependence.
 */
export function dependences({ fields, levelOf, byChance, groups, n }: DependenceOf): Dependence[] {
  const groupOf = new Int32Array(n)
  groups.forEach((group, at) => {
    for (const record of group) groupOf[record] = at
  })
  const sharing = fields.map(field => pairsSharing(field, groupOf))
  return fields.flatMap((field, at) => {
    const expected = inShares((byChance[at] ?? []).slice(0, -1))
    let best: (Dependence & { bits: number }) | undefined
    for (const [on, pairs] of sharing.entries()) {
      if (on === at || field.kind.levels < 3) continue
      const seen = new Array<number>(field.kind.levels - 1).fill(0.5)
      for (const [a, b] of pairs) {
        const level = levelOf[at]?.(field.value[a] ?? -1, field.value[b] ?? -1) ?? -1
        if (level >= 0 && level < seen.length) seen[level] = (seen[level] ?? 0) + 1
      }
      if (seen.reduce((sum, count) => sum + count, 0) < leastPairs) continue
      const shares = inShares(seen)
      const bits = shares.reduce((sum, share, level) => sum + share * Math.log2(share / (expected[level] ?? 1)), 0)
      if (bits < leastBits || bits < (best?.bits ?? 0)) continue
      const equal = byChance[at]?.at(-1) ?? 0
      best = { field: at, on, byChance: [...shares.map(share => share * (1 - equal)), equal], bits }
    }
    return best ? [best] : []
  })
}

/** Pairs of different groups with the same value of a field, a few of each value. */
function pairsSharing({ value, values }: Field, groupOf: Int32Array): [number, number][] {
  const held = Array.from({ length: values.length }, (): number[] => [])
  const pairs: [number, number][] = []
  value.forEach((number, record) => {
    const earlier = held[number]
    if (!earlier) return
    const other = earlier.find(one => groupOf[one] !== groupOf[record])
    if (other !== undefined) pairs.push([other, record])
    earlier.push(record)
    if (earlier.length > 4) earlier.shift()
  })
  return pairs
}
