import { expect, it } from 'vitest'
import { findSummary } from '#kernel/citation'
import { caseLaw } from '../law.ts'
import { casePolicy } from '../policy.ts'
import { freshCase, start } from '../testing/sample-case.ts'
import { alteredPage } from './altered.ts'
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

it('every article that a case cites stands in the law library with a line of its own', () => {
  const cited = caseLaw().flatMap(({ cites }) => cites)
  expect(cited.filter(one => findSummary(one) === undefined)).toEqual([])
})

it('a decision tells the body above the bureau as the one to be asked, since 专卖法第四十一条 names it', () => {
  expect(casePolicy(start.today).reconsiderationBody).toBe('江门市烟草专卖局')
})

it('a document that no longer fits its signature keeps its place in the whole file and says so', () => {
  const page = alteredPage({
    title: '立案报告表',
    number: '恩烟立〔2026〕第1号',
    digest: 'ab',
    caseNo: 'AJ-2026-000001',
    on: '2026-03-04',
  })
  expect(page).toMatchObject({ title: '立案报告表', number: '恩烟立〔2026〕第1号', sealed: false })
  expect(JSON.stringify(page.blocks)).toMatch(/对不上.*SM3 ab/)
})
