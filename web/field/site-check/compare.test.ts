import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type SiteCheckRecord, siteCheckItemCodes } from '#contract/licensing'
import { compareRecords, mergeRecords } from './compare.ts'

const line = [
  [0, 0],
  [90, 90],
  [10, 99],
]
const record = (change: Partial<SiteCheckRecord> = {}): SiteCheckRecord => ({
  arrivedAt: '2026-11-26T01:00:00Z',
  capturedAt: '2026-11-26T01:30:00Z',
  second: 'b',
  noInterest: true,
  place: null,
  items: siteCheckItemCodes.map(code => ({ code, answer: 'yes', note: '' })),
  areaM2: 30,
  walks: [{ schoolId: 'S1', gate: '正门', metres: 120, method: 'wheel', note: '' }],
  shops: [],
  findings: '店面独立',
  objections: [],
  sketch: [line],
  photos: [],
  signatures: { first: [line], second: [line], applicant: { kind: 'absent', why: '外出' } },
  ...change,
})
const [first] = siteCheckItemCodes
const other = record({
  second: 'a',
  items: siteCheckItemCodes.map(code => ({ code, answer: code === first ? 'no' : 'yes', note: '搬走了' })),
  walks: [{ schoolId: 'S1', gate: '正门', metres: 98.5, method: 'tape', note: '' }],
  findings: '另有后门',
})

describe('two records of one visit', () => {
  it('stand beside each other where they differ, and nowhere else', () => {
    const sides = compareRecords(record(), other)
    expect(sides.map(({ field }) => field)).toEqual([
      'proof',
      ...siteCheckItemCodes.map(code => `item.${code}`),
      'walks',
      'findings',
    ])
    expect(sides.find(({ field }) => field === 'walks')).toMatchObject({ mine: '正门 120', theirs: '正门 98.5' })
    expect(compareRecords(record(), record()).map(({ field }) => field)).toEqual(['proof'])
  })

  it('the handwriting stays with its person when the other side is taken', () => {
    const hand = (n: number) => [
      [
        [n, n],
        [n + 9, n],
        [n, n + 9],
      ],
    ]
    const signed = (first: number, second: number) => ({
      ...record().signatures,
      first: hand(first),
      second: hand(second),
    })
    // a wrote the colleague's record, b mine: 1 is the hand of b, 2 of a.
    const merged = mergeRecords(record({ signatures: signed(1, 2) }), record({ signatures: signed(4, 3) }), {
      proof: 'theirs',
    })
    expect([merged.signatures.first, merged.signatures.second]).toEqual([hand(3), hand(4)])
  })

  it('become one record in which every part is of the chosen side, and the other verifier stays the other', () => {
    const fields = compareRecords(record(), other).map(({ field }) => field)
    fc.assert(
      fc.property(fc.subarray(fields), taken => {
        const chosen = Object.fromEntries(
          fields.map(field => [field, taken.includes(field) ? 'theirs' : 'mine'] as const),
        )
        const merged = mergeRecords(record(), other, chosen)
        // What was taken from the colleague no longer differs from his; the rest no longer differs from mine.
        const differing = (side: SiteCheckRecord) =>
          compareRecords(merged, side)
            .map(({ field }) => field)
            .filter(field => field !== 'proof')
        expect(differing(other)).toEqual(fields.filter(field => field !== 'proof' && !taken.includes(field)))
        expect(differing(record())).toEqual(fields.filter(field => field !== 'proof' && taken.includes(field)))
        expect(merged.second).toBe('b')
      }),
    )
  })
})
