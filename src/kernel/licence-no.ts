import { type AreaCode, areaCodeFrom } from './area.ts'
import type { Brand } from './brand.ts'
import { plainCode } from './plain-code.ts'
import { ok, type Result, refuse } from './refusal.ts'

/**
 * 烟草专卖零售许可证号, 12 digits kept as text: 1-6 issuing county, 7 kind of holder (1 个体工商户, 2 企业及其他组织),
 * 8-12 serial. A number is never given out twice, even after the licence has ended.
 */
export type LicenceNo = Brand<string, 'LicenceNo'>

export interface LicenceNoParts {
  readonly area: AreaCode
  readonly kind: 'individual' | 'enterprise'
  /** Five digits, leading zeros kept. */
  readonly serial: string
}

export type LicenceNoRefusal = 'licenceNoFormat' | 'licenceNoKind' | 'licenceNoIssuer'

/** With `issuer` (6 digits), numbers of other bureaus are refused. */
export function parseLicenceNo(text: string, issuer?: string): Result<LicenceNo, LicenceNoRefusal> {
  const code = plainCode(text)
  if (!/^[1-9]\d{11}$/u.test(code)) return refuse('licenceNoFormat')
  if (!/^[12]$/u.test(code.charAt(6))) return refuse('licenceNoKind')
  if (issuer !== undefined && code.slice(0, 6) !== issuer) return refuse('licenceNoIssuer', { issuer })
  return ok(code as LicenceNo)
}

export function licenceNoParts(no: LicenceNo): LicenceNoParts {
  return {
    area: areaCodeFrom(no.slice(0, 6)),
    kind: no.charAt(6) === '1' ? 'individual' : 'enterprise',
    serial: no.slice(7),
  }
}

/** `serial` from 1 to 99999; throws when the series is used up or the area is not a county. */
export function makeLicenceNo(parts: {
  readonly area: string
  readonly kind: LicenceNoParts['kind']
  readonly serial: number | string
}): LicenceNo {
  const serial = Number(parts.serial)
  if (!Number.isInteger(serial) || serial < 1) throw new RangeError(`no licence serial ${serial}`)
  // A sixth digit or a town code makes the number too long, which the parser refuses.
  const code = `${parts.area}${parts.kind === 'individual' ? '1' : '2'}${String(serial).padStart(5, '0')}`
  const parsed = parseLicenceNo(code)
  if (!parsed.ok) throw new RangeError(`${code} is no licence number: ${parsed.refusal}`)
  return parsed.value
}
