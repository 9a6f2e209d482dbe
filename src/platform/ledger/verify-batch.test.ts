import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstDifference } from './verify-batch.ts'

const leaf = (seq: number, content = 'x') => {
  const bytes = Buffer.alloc(40, content)
  bytes.writeBigInt64BE(BigInt(seq))
  return bytes
}
const leaves = (...seqs: number[]) => seqs.map(seq => leaf(seq))

test.each([
  ['nothing changed', leaves(1, 2, 3), leaves(1, 2, 3), undefined],
  ['no lines at all', [], [], undefined],
  ['one altered', leaves(1, 2, 3), [leaf(1), leaf(2, 'y'), leaf(3)], { kind: 'altered', seq: 2 }],
  ['the first gone', leaves(1, 2, 3), leaves(2, 3), { kind: 'missing', seq: 1 }],
  ['the last gone', leaves(1, 2, 3), leaves(1, 2), { kind: 'missing', seq: 3 }],
  ['all gone', leaves(7), [], { kind: 'missing', seq: 7 }],
  ['one put in between', leaves(1, 3), leaves(1, 2, 3), { kind: 'inserted', seq: 2 }],
  ['one put in at the end', leaves(1), leaves(1, 2), { kind: 'inserted', seq: 2 }],
  ['one renumbered upwards', leaves(1, 2), leaves(2, 9), { kind: 'missing', seq: 1 }],
  ['one renumbered below zero', leaves(1, 2), leaves(-5, 1), { kind: 'inserted', seq: -5 }],
])('%s', (_, sealed, found, expected) => {
  expect(firstDifference(sealed, found)).toEqual(expected)
})

test('the lowest seq that differs is named', () => {
  const seqs = fc.uniqueArray(fc.integer({ min: 1, max: 30 })).map(list => list.toSorted((a, b) => a - b))
  fc.assert(
    fc.property(seqs, seqs, (before, now) => {
      const lowest = [...new Set([...before, ...now])]
        .filter(seq => before.includes(seq) !== now.includes(seq))
        .sort((a, b) => a - b)[0]
      expect(firstDifference(leaves(...before), leaves(...now))?.seq).toBe(lowest)
    }),
  )
})
