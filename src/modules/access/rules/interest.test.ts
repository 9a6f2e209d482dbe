import { describe, expect, it } from 'vitest'
import { type InterestAsked, mayEndInterest, readInterest } from './interest.ts'

const today = Temporal.PlainDate.from('2026-11-23')
const officer = { kind: 'staff', staffId: 's1', sessionId: 's', roles: ['inspector'], areas: ['440785'] } as const
const head = { ...officer, staffId: 's2', roles: ['head'] } as const
const asked = (change: Partial<InterestAsked> = {}): InterestAsked => ({
  ...{ staffId: null, kind: 'relative', licenceNo: '440785100010', person: null, words: ' 经营者是我姐夫 ' },
  ...{ fromOn: null, toOn: null },
  ...change,
})
const person = { name: '陈小明', idNo: '11010519491231002x' }

describe('an interest', () => {
  it('is stated by the person himself, from today on unless he says otherwise, in clean words', () => {
    expect(readInterest(asked(), officer, today)).toEqual({
      ok: true,
      value: {
        ...{ staffId: 's1', kind: 'relative', subject: { licenceNo: '440785100010' } },
        ...{ words: '经营者是我姐夫', fromOn: '2026-11-23', toOn: null },
      },
    })
    const byPerson = readInterest(asked({ licenceNo: null, person }), officer, today)
    expect(byPerson).toMatchObject({ value: { subject: { person: { idNo: '11010519491231002X' } } } })
  })

  it.each<[string, string, Partial<InterestAsked>]>([
    ['of another person', 'interestNotYours', { staffId: 's3' }],
    ['without words', 'interestWordsMissing', { words: ' ' }],
    ['with neither shop nor person', 'interestSubjectMissing', { licenceNo: null }],
    ['with both', 'interestSubjectMissing', { person }],
    ['with a person without a name', 'interestSubjectMissing', { licenceNo: null, person: { ...person, name: ' ' } }],
    [
      'with a wrong number',
      'citizenIdCheckDigit',
      { licenceNo: null, person: { ...person, idNo: '110105194912310021' } },
    ],
    ['that ends before it begins', 'interestDaysWrong', { toOn: '2026-11-22' }],
    ['of no day', 'dateInvalid', { fromOn: '2026-02-30' }],
  ])('%s is refused: %s', (_, refusal, change) => {
    expect(readInterest(asked(change), officer, today)).toMatchObject({ ok: false, refusal })
  })

  it('is noted of everybody by a head, who never ends one of his own', () => {
    expect(readInterest(asked({ staffId: 's1' }), head, today)).toMatchObject({ ok: true, value: { staffId: 's1' } })
    expect(mayEndInterest('s1', head).ok).toBe(true)
    expect(mayEndInterest('s2', head)).toMatchObject({ refusal: 'interestOwnEnd' })
  })
})
