import type { Brand } from './brand.ts'
import { plainCode } from './plain-code.ts'
import { ok, type Result, refuse } from './refusal.ts'

/**
 * 行政区划代码 (GB/T 2260 and the statistical extension): 6 digits for a county (440785 恩平市), 9 for a town
 * (440785103 沙湖镇), 12 for a village. 440700 and 440000 are the city and the province above.
 */
export type AreaCode = Brand<string, 'AreaCode'>

/**
 * Reads a code of 6, 9 or 12 digits. Statistics files pad towns and counties with zeros to 12 digits;
 * the padding is dropped, so that one place has one code.
 */
export function parseAreaCode(text: string): Result<AreaCode, 'areaCodeInvalid'> {
  const code = plainCode(text)
  if (!/^[1-9]\d{5}(?:\d{3}){0,2}$/u.test(code)) return refuse('areaCodeInvalid')
  return ok(areaCodeFrom(code.length === 6 ? code : code.slice(0, 6) + code.slice(6).replace(/(?:000){1,2}$/u, '')))
}

/** For codes cut out of numbers that have already been checked. */
export function areaCodeFrom(digits: string): AreaCode {
  if (!/^\d{6}(?:\d{3}){0,2}$/u.test(digits)) throw new RangeError('an area code has 6, 9 or 12 digits')
  return digits as AreaCode
}

export function countyOf(area: AreaCode): AreaCode {
  return areaCodeFrom(area.slice(0, 6))
}

/** The town (镇街) of a town or village code; a county has none. */
export function townOf(area: AreaCode): AreaCode | undefined {
  return area.length >= 9 ? areaCodeFrom(area.slice(0, 9)) : undefined
}

/** Whether `area` lies in `scope` or is it. A scope of 440700 covers all counties of the city, 440000 the province. */
export function isWithin(area: AreaCode, scope: AreaCode): boolean {
  const prefix = scope.length === 6 ? scope.replace(/(?:00){1,2}$/u, '') : scope
  return area.startsWith(prefix)
}
