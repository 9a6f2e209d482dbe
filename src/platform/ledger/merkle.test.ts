import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sm3 } from '../crypto.ts'
import { canonicalText } from './canonical.ts'
import { merkleRoot } from './merkle.ts'

const bytes = fc.uint8Array({ maxLength: 12 })

/** The definition of RFC 6962 §2.1, word for word, over SM3. */
function defined(leaves: readonly Uint8Array[]): Buffer {
  if (leaves.length === 0) return sm3('')
  if (leaves.length === 1) return sm3(Buffer.concat([Buffer.of(0), leaves[0]!]))
  let k = 1
  while (k * 2 < leaves.length) k *= 2
  return sm3(Buffer.concat([Buffer.of(1), defined(leaves.slice(0, k)), defined(leaves.slice(k))]))
}

test('the root is the one RFC 6962 defines, for every number of leaves', () => {
  for (let count = 0; count < 70; count += 1) {
    const leaves = Array.from({ length: count }, (_, at) => Buffer.from(`leaf ${at}`))
    expect(merkleRoot(leaves)).toEqual(defined(leaves))
  }
})

test('another leaf, order or number gives another root', () => {
  fc.assert(
    fc.property(fc.array(bytes, { maxLength: 9 }), fc.array(bytes, { maxLength: 9 }), (left, right) => {
      const same = left.length === right.length && left.every((leaf, at) => Buffer.from(leaf).equals(right[at]!))
      return same === merkleRoot(left).equals(merkleRoot(right))
    }),
  )
  fc.assert(
    fc.property(fc.array(bytes, { minLength: 1, maxLength: 9 }), fc.nat(), (leaves, pick) => {
      const [gone, ...rest] = leaves
      const shuffled = leaves.toSorted(() => (pick % 2 ? 1 : -1))
      const twice = [...leaves, leaves.at(-1)!]
      expect(merkleRoot(rest)).not.toEqual(merkleRoot(leaves))
      expect(merkleRoot(twice)).not.toEqual(merkleRoot(leaves))
      if (!shuffled.every((leaf, at) => leaf === leaves[at]))
        return (
          merkleRoot([...rest, gone!]).equals(merkleRoot(leaves)) === defined([...rest, gone!]).equals(defined(leaves))
        )
      return true
    }),
  )
})

test('an inner node cannot pass for a leaf', () => {
  const [a, b] = [Buffer.from('a'), Buffer.from('b')]
  const node = Buffer.concat([merkleRoot([a]), merkleRoot([b])])
  expect(merkleRoot([node])).not.toEqual(merkleRoot([a, b]))
})

test('texts that are cut differently, empty or absent never give the same bytes', () => {
  const fields = fc.array(fc.option(fc.string({ unit: 'grapheme', maxLength: 3 })), { maxLength: 4 })
  fc.assert(
    fc.property(fields, fields, (left, right) => {
      const same = JSON.stringify(left) === JSON.stringify(right)
      return same === (canonicalText(left) === canonicalText(right))
    }),
  )
  expect(canonicalText(['ab', 'c'])).not.toBe(canonicalText(['a', 'bc']))
  expect(canonicalText([''])).not.toBe(canonicalText([null]))
})
