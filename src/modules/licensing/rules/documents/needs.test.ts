import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changeItems } from '../services/change.ts'
import { serviceCodes } from '../services/service.ts'
import { documentKinds, documentNeeds, documents, type Matter, missingOf } from './needs.ts'

const matter = (change: Partial<Matter>): Matter => ({
  service: 'renewal',
  answers: {},
  businessFetched: true,
  paperMandate: false,
  ...change,
})
const needed = (change: Partial<Matter>) =>
  documentNeeds(matter(change))
    .filter(({ standing }) => standing === 'needed')
    .map(({ kind }) => kind)

describe('what an applicant has to give', () => {
  it.each([
    ['延续', { service: 'renewal' }, []],
    ['补办', { service: 'reissue', answers: { cause: 'lost' } }, []],
    ['变更电话', { service: 'change', answers: { items: 'phone' } }, []],
    ['门牌重编', { service: 'change', answers: { items: 'addressText' } }, ['doorPlate']],
    ['家里人接手', { service: 'change', answers: { items: 'phone,operator' } }, ['familyProof']],
    ['新办', { service: 'issue' }, []],
    ['代理人带委托书', { service: 'close', paperMandate: true }, ['mandate']],
  ] as const)('%s', (_, change, expected) => expect(needed(change)).toEqual(expected))

  it('is never what a register or a card already says, whatever is asked', () => {
    const anyMatter = fc.record({
      service: fc.constantFrom(...serviceCodes),
      answers: fc.record({ items: fc.subarray(changeItems.map(item => item.value)).map(items => items.join(',')) }),
      businessFetched: fc.boolean(),
      paperMandate: fc.boolean(),
    })
    fc.assert(
      fc.property(anyMatter, asked => {
        const needs = documentNeeds(asked)
        const business = needs.find(({ kind }) => kind === 'businessLicence')
        expect(business?.standing).toBe(asked.businessFetched ? 'fetched' : 'offered')
        expect(new Set(needs.map(({ kind }) => kind)).size).toBe(needs.length)
        // Whoever gave everything that is needed misses nothing; who gave nothing misses exactly that.
        expect(missingOf(needs, documentKinds)).toEqual([])
        expect(missingOf(needs, [])).toEqual(needed(asked))
      }),
    )
  })

  it('rests on an article wherever it may be demanded', () => {
    for (const kind of documentKinds) if (kind !== 'other') expect(documents[kind].basis).not.toEqual([])
  })
})
