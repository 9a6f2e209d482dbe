import { expect, it } from 'vitest'
import { checkCodeOf, isCheckCode } from './check-code.ts'

it('is known however it is typed, and only with its own number', () => {
  const [own, other] = ['3f'.repeat(32), '41'.repeat(32)]
  const code = checkCodeOf(own)
  expect(code).toHaveLength(6)
  for (const typed of [code, code.toLowerCase(), ` ${code.slice(0, 3)}-${code.slice(3)} `])
    expect(isCheckCode(typed, own)).toBe(true)
  expect(isCheckCode(code, other)).toBe(false)
  expect(isCheckCode('', own)).toBe(false)
})
