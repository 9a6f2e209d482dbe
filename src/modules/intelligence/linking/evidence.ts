import type { LevelShares } from './chance.ts'
import type { Companions } from './companions.ts'
import type { Comparison } from './comparison.ts'
import type { Dependence } from './dependence.ts'

/**
 * How many times likelier two values are in records of one person than of two (the Bayes factor): by their level of
 * agreement, equal ones by how rare the value is (Winkler 1989), unequal ones also by how often persons have been
 * seen with both, as with Robert and Bob.
 */
export interface Evidence {
  /** Of two values of a field. */
  ofValues(field: number, a: number, b: number): number
  /** Fields whose word is weaker once another has spoken. */
  readonly dependent: readonly { readonly field: number; readonly on: number }[]
  /** Of two values of such a field, when the one it depends on speaks for the pair. */
  ofValuesGiven(dependent: number, a: number, b: number): number
  /** Of a candidate pair, over all fields, as a logarithm to base 2. */
  ofPair(pair: number): number
  /** The same for any two records. */
  ofRecords(left: number, right: number): number
}

export interface Learned {
  readonly companions?: readonly Companions[]
  readonly repeats: readonly Dependence[]
}

export function evidenceOf(
  { fields, pairs, levels, levelOf }: Comparison,
  shares: { readonly same: LevelShares; readonly byChance: LevelShares },
  { companions, repeats }: Learned,
  n: number,
): Evidence {
  const width = fields.length
  const byLevel = fields.map((_, at) => factors(shares.same[at], shares.byChance[at]))
  const given = repeats.map(({ field, byChance }) => factors(shares.same[field], byChance))
  const ofEqual = fields.map(({ count, present, kind }, at) => {
    const share = shares.same[at]?.[kind.levels - 1] ?? 1
    return Float64Array.from(count, times => (share * present) / times)
  })
  const factor = (at: number, level: number, a: number, b: number): number => {
    if (a === b) return ofEqual[at]?.[a] ?? 1
    const known = byLevel[at]?.[level] ?? 1
    return companions?.[at]?.factor(a, b, known) ?? known
  }
  const words = new Float64Array(width)
  const found = new Int8Array(width)

  /** Adds the words of two records whose levels stand in `found`. */
  function ofFound(left: number, right: number): number {
    let sum = 0
    for (let at = 0; at < width; at += 1) {
      const level = found[at] ?? -1
      const value = fields[at]?.value
      const word = level < 0 ? 0 : Math.log2(factor(at, level, value?.[left] ?? -1, value?.[right] ?? -1))
      words[at] = word
      sum += word
    }
    for (let which = 0; which < repeats.length; which += 1) {
      const { field = 0, on = 0 } = repeats[which] ?? {}
      const level = found[field] ?? -1
      if ((words[on] ?? 0) <= 0 || (words[field] ?? 0) <= 0 || level === (byLevel[field]?.length ?? 0) - 1) continue
      sum += Math.log2((given[which]?.[level] ?? 1) / (byLevel[field]?.[level] ?? 1))
    }
    return sum
  }

  return {
    dependent: repeats,
    ofValues: (at, a, b) => factor(at, levelOf[at]?.(a, b) ?? 0, a, b),
    ofValuesGiven(which, a, b) {
      const field = repeats[which]?.field ?? 0
      return a === b ? (ofEqual[field]?.[a] ?? 1) : (given[which]?.[levelOf[field]?.(a, b) ?? 0] ?? 1)
    },
    ofPair(pair) {
      const code = pairs[pair] ?? 0
      for (let at = 0; at < width; at += 1) found[at] = levels[pair * width + at] ?? -1
      return ofFound(Math.floor(code / n), code % n)
    },
    ofRecords(left, right) {
      for (let at = 0; at < width; at += 1)
        found[at] = levelOf[at]?.(fields[at]?.value[left] ?? -1, fields[at]?.value[right] ?? -1) ?? -1
      return ofFound(left, right)
    },
  }
}

const factors = (same: readonly number[] = [], byChance: readonly number[] = []): Float64Array =>
  Float64Array.from(same, (share, level) => share / (byChance[level] ?? 1))
