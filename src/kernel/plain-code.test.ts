import fc from 'fast-check'
import { expect, it } from 'vitest'
import { plainCode } from './plain-code.ts'

it.each([
  [' 110105 1949\n', '1101051949'],
  ['１１０ｘ', '110X'],
  ['ab\u3000c', 'ABC'],
])('makes %j plain: %s', (text, code) => {
  expect(plainCode(text)).toBe(code)
})

it('is finished after one pass', () => {
  fc.assert(fc.property(fc.string(), text => plainCode(plainCode(text)) === plainCode(text)))
})
