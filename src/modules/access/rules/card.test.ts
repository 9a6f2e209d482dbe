import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cardOf, citizenIdOf } from '../testing/cards.ts'
import { testPolicy as policy } from '../testing/policy.ts'
import { type Card, decideCard } from './card.ts'

const today = Temporal.PlainDate.from('2026-11-23')
const decide = (changes: Partial<Card> = {}) => decideCard(cardOf(changes), today, policy)

it('takes name, number and the elder mark from a valid card, and nothing else', () => {
  expect(decide()).toEqual({ ok: true, value: { name: '模拟甲', idNo: citizenIdOf('19850302'), elder: false } })
})

describe('the term of the card, by the day of the server', () => {
  it.each([
    [{ validTo: '2026-11-23' }, 'ok'],
    [{ validTo: '2026-11-22' }, 'cardExpired'],
    [{ validTo: '长期' }, 'ok'],
    [{ validTo: '20351231' }, 'ok'],
    [{ validFrom: '2026-11-23' }, 'ok'],
    [{ validFrom: '2026-11-24' }, 'cardNotYetValid'],
    [{ validFrom: '2035-05-02' }, 'cardMalformed'],
  ])('%o: %s', (changes, expected) => {
    const result = decide(changes)
    expect(result.ok ? 'ok' : result.refusal).toBe(expected)
  })
})

describe('the holder’s age', () => {
  it.each([
    ['2008-11-23', 'ok'],
    ['2008-11-24', 'holderUnderAge'],
    ['2015-01-01', 'holderUnderAge'],
    ['1966-11-23', 'elder'],
    ['1966-11-24', 'ok'],
  ])('born %s: %s', (birth, expected) => {
    const idNo = citizenIdOf(birth.replaceAll('-', ''))
    const result = decide({ birth, idNo, validFrom: '2020-01-01' })
    expect(result.ok ? (result.value.elder ? 'elder' : 'ok') : result.refusal).toBe(expected)
  })
})

describe('fields that contradict each other', () => {
  it.each<[string, Partial<Card>]>([
    ['idNo', { idNo: '440785198503020013' }],
    ['idNo', { idNo: '' }],
    ['idNo', { idNo: `${citizenIdOf('19850302')}1` }],
    ['birth', { birth: '1985-03-03' }],
    ['birth', { birth: '1985-02-30' }],
    ['name', { name: '' }],
    ['name', { name: '   ' }],
    ['name', { name: '甲'.repeat(16) }],
    ['name', { name: '模\u202E拟' }],
    ['name', { name: '模\u0000拟' }],
    ['issuer', { issuer: '局'.repeat(16) }],
    ['validFrom', { validFrom: '1985-03-01' }],
    ['validFrom', { validFrom: '昨天' }],
    ['validTo', { validTo: '永久' }],
    ['validTo', { validTo: '2015-04-30' }],
  ])('%s: %o', (field, changes) => {
    expect(decide(changes)).toEqual({ ok: false, refusal: 'cardMalformed', details: { field } })
  })

  it('takes a rare character outside the first plane and fifteen characters', () => {
    expect(decide({ name: '𠮷䶮' })).toMatchObject({ value: { name: '𠮷䶮' } })
    expect(decide({ name: '甲'.repeat(15) })).toMatchObject({ ok: true })
  })
})

it('judges whatever a terminal may send, and never repeats a personal field in a refusal', () => {
  const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 20 }), fc.constantFrom('长期', '2026-11-23', '20261123'))
  const card = fc.record({ name: text, birth: text, idNo: text, issuer: text, validFrom: text, validTo: text })
  fc.assert(
    fc.property(card, changes => {
      const result = decideCard(changes, today, policy)
      if (result.ok) return
      const values = Object.values(result.details ?? {})
      expect(
        values.every(value =>
          ['name', 'birth', 'idNo', 'issuer', 'validFrom', 'validTo', 18].includes(value as string),
        ),
      ).toBe(true)
    }),
    { numRuns: 2000 },
  )
})

it('refuses every card whose number was changed in one digit', () => {
  const idNo = citizenIdOf('19850302')
  fc.assert(
    fc.property(fc.nat(17), fc.constantFrom(...'0123456789X'), (at, digit) => {
      fc.pre(idNo.charAt(at) !== digit)
      const changed = idNo.slice(0, at) + digit + idNo.slice(at + 1)
      expect(decide({ idNo: changed })).toMatchObject({ ok: false, refusal: 'cardMalformed' })
    }),
  )
})
