import { describe, expect, it } from 'vitest'
import { casePolicy } from '../policy.ts'
import { freshCase, start } from '../testing/sample-case.ts'
import { publicationOf } from './publication.ts'

const step = (event: 'propose', input: object) => ({
  ...{ n: 2, event, from: 'noticed', to: 'proposed', by: 'staff:o1', on: '2026-03-01', at: '2026-03-01T02:00:00Z' },
  input,
})
const decided = (change: object = {}, input: object = {}) =>
  freshCase({
    ...{ violation: 'P10', decidedOn: '2026-03-01', about: '张三卖外地烟' },
    steps: [
      step('propose', { result: 'penalty', fine: '80000', gains: '0', goods: 'none', licence: 'none', ...input }),
    ],
    ...change,
  } as never)
const around = { number: '恩烟罚〔2026〕第1号', policy: casePolicy(start.today), today: start.today }

describe('what of a decision the public sees', () => {
  it('is the act, its articles, the sum and the days; of a person one character', () => {
    const shown = publicationOf(decided(), around)
    expect(shown).toMatchObject({
      value: {
        ...{ party: '张*', about: '未在当地烟草专卖批发企业进货', fine: 80_000, decidedOn: '2026-03-01' },
        ...{ publishedOn: '2026-03-02', content: '处以罚款人民币800.00元' },
      },
    })
    const words = JSON.stringify(shown)
    expect(words).toContain('第五十六条')
    for (const secret of ['张三', '440785198001010011', '13800000000', '模拟路']) expect(words).not.toContain(secret)
  })

  it('of a new tobacco product names the article beside 条例第六十五条 on which its fine rests', () => {
    const ofCigarettes = JSON.stringify(publicationOf(decided({ violation: 'P20' }), { ...around, like: 'P10' }))
    expect(ofCigarettes).toContain('第六十五条')
    expect(ofCigarettes).toContain('第五十六条')
    expect(JSON.stringify(publicationOf(decided(), { ...around, like: 'P02' }))).not.toContain('第五十二条')
  })

  it('of an organisation the name on its sign, without who leads it', () => {
    const party = { kind: 'organisation', name: '国兴食杂店', represented: '李四', idNo: '', address: '', phone: '' }
    const words = JSON.stringify(publicationOf(decided({ party }), around))
    expect(words).toContain('国兴食杂店')
    expect(words).not.toContain('李四')
  })

  it.each([
    ['no penalty', {}, { result: 'noPenalty' }],
    ['not decided', { decidedOn: null }, {}],
  ])('nothing where there is %s', (_, change, input) => {
    expect(publicationOf(decided(change, input), around)).toMatchObject({ refusal: 'publicationNothing' })
  })
})
