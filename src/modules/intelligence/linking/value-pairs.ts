import type { Field } from './field.ts'

/** Remembers the level of each pair of values that was compared: open addressing, no objects. */
export function levelsOf(field: Field): (a: number, b: number) => number {
  const { kind, values, count } = field
  const compare = kind.comparing(values, count)
  const equal = kind.levels - 1
  let keys = new Float64Array(1 << 14).fill(-1)
  let levels = new Int8Array(1 << 14)
  let held = 0

  const place = (table: Float64Array, key: number): number => {
    const mask = table.length - 1
    let at = (Math.imul(key | 0, 0x9e3779b1) ^ Math.imul((key / 4_294_967_296) | 0, 0x85ebca6b)) >>> 7
    at &= mask
    while (table[at] !== key && table[at] !== -1) at = (at + 1) & mask
    return at
  }

  function widen(): void {
    const [oldKeys, oldLevels] = [keys, levels]
    keys = new Float64Array(oldKeys.length * 2).fill(-1)
    levels = new Int8Array(oldKeys.length * 2)
    for (let at = 0; at < oldKeys.length; at += 1) {
      const key = oldKeys[at] ?? -1
      if (key === -1) continue
      const to = place(keys, key)
      keys[to] = key
      levels[to] = oldLevels[at] ?? 0
    }
  }

  return (a, b) => {
    if (a < 0 || b < 0) return -1
    if (a === b) return equal
    const key = a < b ? a * values.length + b : b * values.length + a
    const at = place(keys, key)
    if (keys[at] === key) return levels[at] ?? 0
    const level = compare(values[Math.min(a, b)] ?? '', values[Math.max(a, b)] ?? '')
    keys[at] = key
    levels[at] = level
    held += 1
    if (held * 2 > keys.length) widen()
    return level
  }
}
