import fc from 'fast-check'
import { expect, it } from 'vitest'
import { checkCodeOf, plainCheckCode } from './check-code.ts'

const keyed = fc
  .array(fc.constantFrom(...'0123456789abcdef'), { minLength: 64, maxLength: 64 })
  .map(hex => hex.join(''))

it('has six characters that nobody confuses, and is read back however it is typed', () => {
  fc.assert(
    fc.property(keyed, text => {
      const code = checkCodeOf(text)
      expect(code).toMatch(/^[2-9A-HJ-NP-Z]{6}$/)
      expect(plainCheckCode(` ${code.slice(0, 3).toLowerCase()}-${code.slice(3)} `)).toBe(code)
    }),
  )
})
