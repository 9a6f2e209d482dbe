import fc from 'fast-check'
import { expect, it } from 'vitest'
import { checkLetterOf, codeLetters, digitCode, letterCode, plainSpokenCode } from './spoken-code.ts'

const hex = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 })

it('no letter of a code is read for another, and their number is prime', () => {
  for (const pair of ['0O', '1I', '2Z', '1L', '8&'])
    expect([...pair].filter(c => codeLetters.includes(c)).length < 2).toBe(true)
  expect(new Set(codeLetters).size).toBe(31)
})

it('a code is as long as asked, of these letters, and is read however it is typed', () => {
  fc.assert(
    fc.property(hex, fc.integer({ min: 1, max: 20 }), (index, length) => {
      const code = letterCode(index, length)
      expect(code).toHaveLength(length)
      expect([...code].every(letter => codeLetters.includes(letter))).toBe(true)
      expect(plainSpokenCode(` ${code.slice(0, 3).toLowerCase()}-${code.slice(3)} `)).toBe(code)
    }),
  )
})

it('digits are the last ones of the number, with zeros in front', () => {
  expect(digitCode('ff', 6)).toBe('000255')
  expect(digitCode(1_234_567n.toString(16), 6)).toBe('234567')
})

it('letters that come by chance come equally often', () => {
  const seen = Array.from({ length: 31 * 31 }, (_, n) => letterCode(n.toString(16), 2))
  expect(new Set(seen).size).toBe(31 * 31)
})

it('the check letter changes with every wrong letter and every swap', () => {
  const letter = fc.constantFrom(...codeLetters)
  const word = fc.array(letter, { minLength: 2, maxLength: 30 }).map(letters => letters.join(''))
  fc.assert(
    fc.property(word, fc.nat(), letter, (text, at, other) => {
      const place = at % (text.length - 1)
      const [a = '', b = ''] = [text[place], text[place + 1]]
      if (a !== other)
        expect(checkLetterOf(text.slice(0, place) + other + text.slice(place + 1))).not.toBe(checkLetterOf(text))
      if (a !== b)
        expect(checkLetterOf(text.slice(0, place) + b + a + text.slice(place + 2))).not.toBe(checkLetterOf(text))
    }),
  )
})
