import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ageOn, areaOf, birthDateOf, type CitizenId, checkDigitOf, parseCitizenId, sexOf } from './citizen-id.ts'

const vector = '11010519491231002X' as CitizenId
const day = (text: string) => Temporal.PlainDate.from(text)
const withCheck = (first17: string) => first17 + checkDigitOf(first17)

const anyId = fc
  .record({
    area: fc.integer({ min: 110_000, max: 659_999 }),
    days: fc.integer({ min: 0, max: 46_000 }),
    sequence: fc.integer({ min: 0, max: 999 }),
  })
  .map(({ area, days, sequence }) => {
    const birth = day('1900-01-01').add({ days }).toString().replaceAll('-', '')
    return withCheck(`${area}${birth}${String(sequence).padStart(3, '0')}`)
  })

describe('parseCitizenId', () => {
  it.each([vector, '11010519491231002x', ' 110105 19491231 002X ', '１１０１０５１９４９１２３１００２ｘ'])(
    'reads %j',
    text => {
      expect(parseCitizenId(text)).toEqual({ ok: true, value: vector })
    },
  )

  it.each([
    ['1101051949123100', 'citizenIdLength'],
    ['110105491231002', 'citizenIdLength'],
    ['1101051949123100X2', 'citizenIdCharacters'],
    ['11010519491231O02X', 'citizenIdCharacters'],
    ['11010519491331002X', 'citizenIdBirthDate'],
    ['110105190002290020', 'citizenIdBirthDate'],
    ['110105194912310021', 'citizenIdCheckDigit'],
  ])('refuses %s with %s and without repeating the number', (text, refusal) => {
    const parsed = parseCitizenId(text)
    expect(parsed).toMatchObject({ ok: false, refusal })
    expect(JSON.stringify(parsed)).not.toContain(text.slice(0, 6))
  })

  it('accepts every well-made number and never throws', () => {
    fc.assert(fc.property(anyId, id => parseCitizenId(id).ok))
    fc.assert(fc.property(fc.string(), text => typeof parseCitizenId(text).ok === 'boolean'))
  })

  it('notices every single wrong digit and every swap of two neighbours', () => {
    fc.assert(
      fc.property(anyId, fc.nat(16), fc.nat(9), (id, at, digit) => {
        const wrong = id.slice(0, at) + digit + id.slice(at + 1)
        const swapped = id.slice(0, at) + id.charAt(at + 1) + id.charAt(at) + id.slice(at + 2)
        return [wrong, swapped].every(text => text === id || !parseCitizenId(text).ok)
      }),
    )
  })
})

it('tells birth date, sex and area', () => {
  expect(birthDateOf(vector).toString()).toBe('1949-12-31')
  expect(sexOf(vector)).toBe('female')
  expect(sexOf(withCheck('44078519900115001') as CitizenId)).toBe('male')
  expect(areaOf(vector)).toBe('110105')
})

describe('ageOn', () => {
  const leapChild = withCheck('44078520040229001') as CitizenId
  it.each([
    [vector, '2026-12-30', 76],
    [vector, '2026-12-31', 77],
    [leapChild, '2022-02-28', 17],
    [leapChild, '2022-03-01', 18],
    [leapChild, '2024-02-29', 20],
    [leapChild, '2004-02-29', 0],
  ])('%s on %s: %i', (id, on, age) => {
    expect(ageOn(id, day(on))).toBe(age)
  })
})

it('computes a check digit only for seventeen digits', () => {
  expect(checkDigitOf('11010519491231002')).toBe('X')
  expect(() => checkDigitOf('1101051949123100')).toThrow(RangeError)
})
