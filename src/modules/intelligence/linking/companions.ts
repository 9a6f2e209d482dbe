import type { Field } from './field.ts'

/** Values that the same persons have been seen with. */
export interface Companions {
  /** The Bayes factor of two unequal values, from what their level says alone. */
  factor(a: number, b: number, byLevel: number): number
}

/** So many expected meetings the level's own word weighs. */
const weightOfLevel = 0.5

/**
 * Counts in how many groups two values of a field stand together, against how many that would be by chance; one group
 * less, since no group may vouch for itself. (Gamma–Poisson shrinkage towards the level's factor.)
 */
export function companionsOf(field: Field, groups: readonly (readonly number[])[]): Companions {
  const alone = new Float64Array(field.values.length)
  const together = new Map<number, number>()
  const width = field.values.length
  let seen = 0
  for (const group of groups) {
    const values = [...new Set(group.map(record => field.value[record] ?? -1))].filter(value => value >= 0)
    if (values.length === 0) continue
    seen += 1
    for (const value of values) alone[value] = (alone[value] ?? 0) + 1
    if (values.length > 12) continue
    for (const a of values)
      for (const b of values) if (a < b) together.set(a * width + b, (together.get(a * width + b) ?? 0) + 1)
  }
  // A single meeting is the group's own.
  for (const [pair, times] of together) if (times < 2) together.delete(pair)
  return {
    factor(a, b, byLevel) {
      const times = together.get(a < b ? a * width + b : b * width + a)
      if (times === undefined) return byLevel
      const expected = ((alone[a] ?? 0) * (alone[b] ?? 0)) / seen
      return (times - 1 + weightOfLevel * byLevel) / (expected + weightOfLevel)
    },
  }
}
