import type { Brand } from './brand.ts'
import { plainCode } from './plain-code.ts'
import { ok, type Result, refuse } from './refusal.ts'

/**
 * 统一社会信用代码 (GB 32100-2015), 18 characters: 1 registering authority, 2 kind of body, 3-8 area,
 * 9-17 organisation code, 18 check. The letters I O S V Z are never used.
 */
export type CreditCode = Brand<string, 'CreditCode'>

export type CreditCodeRefusal = 'creditCodeLength' | 'creditCodeCharacters' | 'creditCodeCheck'

export function parseCreditCode(text: string): Result<CreditCode, CreditCodeRefusal> {
  const code = plainCode(text)
  if (code.length !== 18) return refuse('creditCodeLength', { length: code.length })
  if (!/^[\dA-HJ-NP-RTUWXY]{2}\d{6}[\dA-HJ-NP-RTUWXY]{10}$/u.test(code)) return refuse('creditCodeCharacters')
  if (creditCodeCheck(code.slice(0, 17)) !== code.charAt(17)) return refuse('creditCodeCheck')
  return ok(code as CreditCode)
}

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

/** The 18th character for the first 17: weights are the powers of 3 modulo 31. */
export function creditCodeCheck(first17: string): string {
  if (!/^[\dA-HJ-NP-RTUWXY]{17}$/u.test(first17)) throw new RangeError('a credit code begins with 17 characters')
  const sum = weights.reduce((total, weight, index) => total + weight * alphabet.indexOf(first17.charAt(index)), 0)
  return alphabet.charAt((31 - (sum % 31)) % 31)
}
