import type { Field } from './field.ts'
import { levelsOf } from './value-pairs.ts'

/** Every candidate pair compared in every field, once: `levels[pair × fields + field]`, −1 where one of the two is silent. */
export interface Comparison {
  readonly fields: readonly Field[]
  readonly pairs: Float64Array
  readonly levels: Int8Array
  /** The level of two values of a field. */
  readonly levelOf: readonly ((a: number, b: number) => number)[]
}

export function comparePairs(fields: readonly Field[], pairs: Float64Array, n: number): Comparison {
  const levelOf = fields.map(levelsOf)
  const levels = new Int8Array(pairs.length * fields.length)
  fields.forEach(({ value }, at) => {
    const level = levelOf[at] ?? (() => -1)
    for (let pair = 0; pair < pairs.length; pair += 1) {
      const code = pairs[pair] ?? 0
      levels[pair * fields.length + at] = level(value[Math.floor(code / n)] ?? -1, value[code % n] ?? -1)
    }
  })
  return { fields, pairs, levels, levelOf }
}
