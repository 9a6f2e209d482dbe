import { type AreaCode, areaCodeFrom } from './area.ts'
import type { Brand } from './brand.ts'
import { parseDate } from './dates.ts'
import { plainCode } from './plain-code.ts'
import { ok, type Result, refuse } from './refusal.ts'

/** 公民身份号码 (GB 11643-1999): 6 area, 8 birth, 3 sequence, 1 check. Always upper case. */
export type CitizenId = Brand<string, 'CitizenId'>

export type CitizenIdRefusal = 'citizenIdLength' | 'citizenIdCharacters' | 'citizenIdBirthDate' | 'citizenIdCheckDigit'

/**
 * Reads a citizen number; blanks, full-width digits and a lower-case x are forgiven.
 * The area is not looked up: numbers keep codes of counties that no longer exist.
 * Refusals carry no part of the number, because details are logged.
 */
export function parseCitizenId(text: string): Result<CitizenId, CitizenIdRefusal> {
  const code = plainCode(text)
  if (code.length !== 18) return refuse('citizenIdLength', { length: code.length })
  if (!/^\d{17}[\dX]$/u.test(code)) return refuse('citizenIdCharacters')
  if (!parseDate(code.slice(6, 14)).ok) return refuse('citizenIdBirthDate')
  if (checkDigitOf(code.slice(0, 17)) !== code.charAt(17)) return refuse('citizenIdCheckDigit')
  return ok(code as CitizenId)
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** The 18th character for the first 17 digits (ISO 7064 MOD 11-2). */
export function checkDigitOf(first17: string): string {
  if (!/^\d{17}$/u.test(first17)) throw new RangeError('a citizen number begins with 17 digits')
  const sum = weights.reduce((total, weight, index) => total + weight * Number(first17.charAt(index)), 0)
  return '10X98765432'.charAt(sum % 11)
}

export function birthDateOf(id: CitizenId): Temporal.PlainDate {
  return Temporal.PlainDate.from(id.slice(6, 14))
}

/** The sequence number is odd for men. */
export function sexOf(id: CitizenId): 'male' | 'female' {
  return Number(id.charAt(16)) % 2 === 1 ? 'male' : 'female'
}

/** Completed years (周岁) on `day`. Someone born on 29 February completes a year on 1 March of common years. */
export function ageOn(id: CitizenId, day: Temporal.PlainDate): number {
  const birth = birthDateOf(id)
  const beforeBirthday = day.month < birth.month || (day.month === birth.month && day.day < birth.day)
  return day.year - birth.year - (beforeBirthday ? 1 : 0)
}

/** County where the number was first given out: not where the person lives. */
export function areaOf(id: CitizenId): AreaCode {
  return areaCodeFrom(id.slice(0, 6))
}
