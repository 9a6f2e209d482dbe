import { expect, it } from 'vitest'
import { casePolicy } from '../policy.ts'
import { freshCase, start } from '../testing/sample-case.ts'
import { basisWords } from './words.ts'

it('a paper on a new tobacco product names 条例第六十五条 and the article of the violation it refers to', () => {
  const file = freshCase({ violation: 'P20' })
  const step = { ...{ n: 1, event: 'open', from: 'none', to: 'checking', by: 'staff:o1' }, on: '2026-03-01' } as const
  const facts = {
    ...{ file, step: { ...step, at: '2026-03-01T02:00:00Z', input: {} } as never, policy: casePolicy(start.today) },
    ...{ nameOf: (id: string) => id, certificateOf: (id: string) => id, numberOf: () => '' },
  }
  expect(basisWords({ ...facts, like: 'P10' })).toBe('《烟草专卖法实施条例》第六十五条、第五十六条')
  expect(basisWords(facts)).toBe('《烟草专卖法实施条例》第六十五条')
})
