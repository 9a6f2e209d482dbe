import { expect, it } from 'vitest'
import { decideRaising, type KnownAlert } from './raise.ts'

const known = (more: Partial<KnownAlert>): KnownAlert => ({
  ...{ state: 'open', reasons: ['N01'], score: 0.3, evidence: 'a', triagedDaysAgo: null },
  ...more,
})

it.each([
  ['nothing is known', [], 'raise'],
  ['it is open and says the same', [known({})], 'keep'],
  ['it is open and says something new', [known({ evidence: 'b' })], 'renew'],
  ['it was judged yesterday', [known({ state: 'false', triagedDaysAgo: 1 })], 'silent'],
  ['it was judged an alert’s life ago', [known({ state: 'false', triagedDaysAgo: 30 })], 'raise'],
  ['it was judged for another reason', [known({ state: 'true', triagedDaysAgo: 1, reasons: ['M02'] })], 'raise'],
  ['it only expired', [known({ state: 'expired' })], 'raise'],
] as const)('when %s', (_, alerts, expected) => {
  expect(decideRaising({ reasons: ['N01'], evidence: 'a' }, alerts, 30)).toBe(expected)
})
