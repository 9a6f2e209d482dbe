import type { Brand } from './brand.ts'
import { plainCode } from './plain-code.ts'
import { ok, type Result, refuse } from './refusal.ts'

/** 电话: a mainland mobile number `13800138000`, or a landline with area code `0750-7123456`. */
export type Phone = Brand<string, 'Phone'>

const mobile = /^1[3-9]\d{9}$/u
// Three-digit codes: 010 and 020-029, with seven or eight digits; all other codes have four digits.
const landline = /^0?(10|2\d|[3-9]\d{2})([2-9]\d{6,7})$/u

/** Blanks, dashes, brackets and a leading +86, 86 or 0086 are forgiven. */
export function parsePhone(text: string): Result<Phone, 'phoneInvalid'> {
  const dialled = plainCode(text).replace(/[-()‐–—]/gu, '')
  if (!/^\+?\d{8,16}$/u.test(dialled)) return refuse('phoneInvalid')
  const international = /^(?:\+86|0086|86(?=1\d{10}$))/u.exec(dialled)
  const national = international === null ? dialled : dialled.slice(international[0].length)
  if (mobile.test(national)) return ok(national as Phone)
  const match = landline.exec(national)
  // At home the area code begins with 0; after +86 the 0 is left out.
  if (match === null || (international === null && !national.startsWith('0'))) return refuse('phoneInvalid')
  return ok(`0${match[1]}-${match[2]}` as Phone)
}
