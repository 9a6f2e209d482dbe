import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { creditCodeCheck, parseCreditCode } from './credit-code.ts'

const vectors = ['11100000000013338W', '11430000006122244L', '91440600714701386D', '11420503087246977F']

describe('parseCreditCode', () => {
  it.each(vectors)('reads the published code %s', code => {
    expect(parseCreditCode(code)).toEqual({ ok: true, value: code })
    expect(creditCodeCheck(code.slice(0, 17))).toBe(code.charAt(17))
  })

  it('forgives lower case, blanks and full-width digits', () => {
    expect(parseCreditCode(' ９１４４０６００ 714701386d')).toEqual({ ok: true, value: '91440600714701386D' })
  })

  it.each([
    ['91440600714701386', 'creditCodeLength'],
    ['91440600714701386DD', 'creditCodeLength'],
    ['9144060071470138ID', 'creditCodeCharacters'],
    ['9144O600714701386D', 'creditCodeCharacters'],
    ['91440600714701386𠮷', 'creditCodeLength'],
    ['91440600714701386F', 'creditCodeCheck'],
  ])('refuses %s with %s', (text, refusal) => {
    expect(parseCreditCode(text)).toMatchObject({ ok: false, refusal })
  })

  it('notices every single wrong character', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...vectors),
        fc.nat(16),
        fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRTUWXY'),
        (code, at, c) => {
          const wrong = code.slice(0, at) + c + code.slice(at + 1)
          return wrong === code || !parseCreditCode(wrong).ok
        },
      ),
    )
  })

  it('accepts a code with its computed check, and never throws', () => {
    const first17 = fc.stringMatching(/^9[1-3]\d{6}[0-9A-HJ-NP-RTUWXY]{9}$/u)
    fc.assert(fc.property(first17, start => parseCreditCode(start + creditCodeCheck(start)).ok))
    fc.assert(fc.property(fc.string(), text => typeof parseCreditCode(text).ok === 'boolean'))
  })
})

it('computes a check only for seventeen characters of the alphabet', () => {
  expect(() => creditCodeCheck('9144060071470138')).toThrow(RangeError)
  expect(() => creditCodeCheck('9144060071470138I')).toThrow(RangeError)
})
