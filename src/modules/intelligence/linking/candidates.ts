import type { Field } from './field.ts'
import { pairList } from './pair-list.ts'

/** Up to so many pairs each is looked at; beyond, only those that meet under a key. */
const allPairs = 2_000_000
/** A key shared by more records than this says too little. */
const blockLimit = 40

interface Key {
  readonly field: Field
  readonly of: Int32Array
  readonly size: number
}

/**
 * The pairs worth comparing: two records that share one selective key, or two keys of different columns together
 * (blocking; Christen 2012, ch. 4). One error in a record leaves other keys that still meet.
 */
export function candidatePairs(fields: readonly Field[], n: number): Float64Array {
  const pairs = pairList(n)
  if ((n * (n - 1)) / 2 <= allPairs) {
    for (let a = 0; a < n; a += 1) for (let b = a + 1; b < n; b += 1) pairs.add(a, b)
    return pairs.done()
  }
  const keys = fields.flatMap(keysOf)
  for (const key of keys) meet(n, record => key.of[record] ?? -1, pairs.add)
  keys.forEach((one, at) => {
    for (const other of keys.slice(at + 1))
      if (other.field !== one.field)
        meet(
          n,
          record => {
            const [a, b] = [one.of[record] ?? -1, other.of[record] ?? -1]
            return a < 0 || b < 0 ? -1 : a * other.size + b
          },
          pairs.add,
        )
  })
  return pairs.done()
}

function keysOf(field: Field): Key[] {
  const derived = field.kind.keys.map(keyOf => {
    const numbers = new Map<string, number>()
    const ofValue = field.values.map(value => {
      const key = keyOf(value)
      if (key === '') return -1
      const number = numbers.get(key) ?? numbers.size
      numbers.set(key, number)
      return number
    })
    return { field, of: field.value.map(value => ofValue[value] ?? -1), size: numbers.size }
  })
  return [{ field, of: field.value, size: field.values.length }, ...derived]
}

/** Sorts the records by their key and hands over the pairs within each run of equal keys. */
function meet(n: number, keyOf: (record: number) => number, add: (a: number, b: number) => void): void {
  const held = new Float64Array(n)
  let length = 0
  for (let record = 0; record < n; record += 1) {
    const key = keyOf(record)
    if (key < 0) continue
    held[length] = key * n + record
    length += 1
  }
  const sorted = held.subarray(0, length).sort()
  let from = 0
  while (from < length) {
    const key = Math.floor((sorted[from] ?? 0) / n)
    let to = from + 1
    while (to < length && (sorted[to] ?? 0) < (key + 1) * n) to += 1
    if (to - from <= blockLimit)
      for (let x = from; x < to; x += 1)
        for (let y = x + 1; y < to; y += 1) add((sorted[x] ?? 0) % n, (sorted[y] ?? 0) % n)
    from = to
  }
}
