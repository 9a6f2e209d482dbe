import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { draftCodeLetters, draftCodeOf, parseDraftCode, spokenDraftCode } from './draft-code.ts'

const code = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 }).map(draftCodeOf)
const letter = fc.constantFrom(...draftCodeLetters)

describe('the code of a draft', () => {
  it('has eight characters, none of which is read for another, and is read as it is written, said or typed', () => {
    fc.assert(
      fc.property(code, made => {
        expect(made).toMatch(/^[2-9A-HJ-NP-Y]{8}$/)
        expect(parseDraftCode(made)).toBe(made)
        expect(parseDraftCode(` ${spokenDraftCode(made).toLowerCase()}`)).toBe(made)
        expect(parseDraftCode(`${made.slice(0, 4)}-${made.slice(4)}`)).toBe(made)
      }),
    )
  })

  it('shows one wrong character', () => {
    fc.assert(
      fc.property(code, fc.nat({ max: 7 }), letter, (made, place, other) => {
        fc.pre(made[place] !== other)
        expect(parseDraftCode(made.slice(0, place) + other + made.slice(place + 1))).toBeUndefined()
      }),
    )
  })

  it('shows two neighbours that changed places', () => {
    fc.assert(
      fc.property(code, fc.nat({ max: 5 }), (made, place) => {
        const [a = '', b = ''] = [made[place], made[place + 1]]
        fc.pre(a !== b)
        expect(parseDraftCode(made.slice(0, place) + b + a + made.slice(place + 2))).toBeUndefined()
      }),
    )
  })

  it('is none of shorter, longer and foreign texts', () => {
    for (const text of ['', '2222222', '222222222', '0O1I2345', '恩平恩平恩平恩平'])
      expect(parseDraftCode(text)).toBeUndefined()
  })
})
