import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeELicenceId, mod3736Check, parseELicenceId } from './elicence-id.ts'

const root = '1.2.156.3005.2'
const vectors = [
  `${root}.11100000000013338W011.11430000006122244L.20230000403.001.U`,
  `${root}.11100000MB03271699022.340100.000000016.001.9`,
]

describe('parseELicenceId', () => {
  it.each(vectors)('reads the published identifier %s', id => {
    const parsed = parseELicenceId(id)
    expect(parsed).toMatchObject({ ok: true, value: { id, version: 1 } })
    expect(parsed.ok && makeELicenceId(parsed.value)).toBe(id)
  })

  it('names the parts', () => {
    expect(parseELicenceId(vectors[1] ?? '')).toEqual({
      ok: true,
      value: { id: vectors[1], typeCode: '11100000MB03271699022', issuer: '340100', serial: '000000016', version: 1 },
    })
  })

  it.each([
    [`${root}.11100000000013338W011.11430000006122244L.20230000403.001.M`, 'eLicenceIdCheck'],
    [`${root}.11100000MB03271699022.340100.000000016.001.M`, 'eLicenceIdCheck'],
    [`${root}.11100000MB03271699022.340100.000000016.002.9`, 'eLicenceIdCheck'],
    [`1.2.156.3005.3.11100000MB03271699022.340100.000000016.001.9`, 'eLicenceIdFormat'],
    [`${root}.11100000MB03271699022.340100.000000016.1.9`, 'eLicenceIdFormat'],
    [`${root}.11100000MB03271699022.340100.000000016.000.9`, 'eLicenceIdFormat'],
    [`${root}.11100000MB03271699022.3401.000000016.001.9`, 'eLicenceIdFormat'],
    ['', 'eLicenceIdFormat'],
  ])('refuses %s with %s', (text, refusal) => {
    expect(parseELicenceId(text)).toEqual({ ok: false, refusal })
  })

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), text => typeof parseELicenceId(text).ok === 'boolean'))
  })
})

describe('mod3736Check', () => {
  const text = fc.stringMatching(/^[0-9A-Z]{2,60}$/u)

  it('is one digit or letter, and notices every single wrong character', () => {
    fc.assert(
      fc.property(text, fc.nat(59), fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'), (code, place, c) => {
        const at = place % code.length
        const wrong = code.slice(0, at) + c + code.slice(at + 1)
        expect(mod3736Check(code)).toMatch(/^[0-9A-Z]$/u)
        return wrong === code || mod3736Check(wrong) !== mod3736Check(code)
      }),
    )
  })

  it('reads nothing but digits and upper-case letters', () => {
    expect(() => mod3736Check('abc')).toThrow(RangeError)
    expect(() => mod3736Check('')).toThrow(RangeError)
  })
})

describe('makeELicenceId', () => {
  const parts = { typeCode: '11100000000013338W011', issuer: '440785', serial: '440785100123', version: 1 }

  it('makes identifiers that parse back, one for each version', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), version => {
        const id = makeELicenceId({ ...parts, version })
        expect(parseELicenceId(id)).toEqual({ ok: true, value: { ...parts, version, id } })
      }),
    )
  })

  it.each([{ version: 0 }, { version: 1000 }, { version: -1 }, { serial: '' }, { issuer: '4407' }, { typeCode: 'X' }])(
    'has no identifier for %j',
    change => {
      expect(() => makeELicenceId({ ...parts, ...change })).toThrow(RangeError)
    },
  )
})
