import type { Brand } from './brand.ts'
import { plainCode } from './plain-code.ts'
import { ok, type Result, refuse } from './refusal.ts'

/** 电子证照标识 (GB/T 36904): root.type.issuer.serial.version.check */
export type ELicenceId = Brand<string, 'ELicenceId'>

export interface ELicenceIdParts {
  /** 证照类型代码: credit code of the body that defines the type, then 3 digits. */
  readonly typeCode: string
  /** 颁发机构代码: credit code of the issuing bureau, or its 6-digit area code. */
  readonly issuer: string
  /** 流水号: digits and upper-case letters. */
  readonly serial: string
  /** 版本号, 1–999: a change or a new copy raises it. */
  readonly version: number
}

export type ELicenceIdRefusal = 'eLicenceIdFormat' | 'eLicenceIdCheck'

const root = '1.2.156.3005.2'
const pattern = /^1\.2\.156\.3005\.2\.([\dA-Z]{18}\d{3})\.(\d{6}|[\dA-Z]{18})\.([\dA-Z]{1,40})\.(\d{3})\.([\dA-Z])$/u

/** ISO 7064 MOD 37,36: the check character of a text of digits and upper-case letters. */
export function mod3736Check(text: string): string {
  if (!/^[\dA-Z]+$/u.test(text)) throw new RangeError('MOD 37,36 reads digits and upper-case letters only')
  let product = 36
  for (const character of text) {
    const sum = (product + Number.parseInt(character, 36)) % 36 || 36
    product = (2 * sum) % 37
  }
  return ((37 - product) % 36).toString(36).toUpperCase()
}

/** Throws when the parts (which come from configuration and our own counters) cannot form an identifier. */
export function makeELicenceId(parts: ELicenceIdParts): ELicenceId {
  const version = String(parts.version).padStart(3, '0')
  const check = mod3736Check(parts.typeCode + parts.issuer + parts.serial + version)
  const parsed = parseELicenceId([root, parts.typeCode, parts.issuer, parts.serial, version, check].join('.'))
  if (!parsed.ok) throw new RangeError(`these parts form no e-licence identifier: ${parsed.refusal}`)
  return parsed.value.id
}

export function parseELicenceId(
  text: string,
): Result<ELicenceIdParts & { readonly id: ELicenceId }, ELicenceIdRefusal> {
  const id = plainCode(text)
  const match = pattern.exec(id)
  if (match === null) return refuse('eLicenceIdFormat')
  const [, typeCode = '', issuer = '', serial = '', version = '', check = ''] = match
  if (version === '000') return refuse('eLicenceIdFormat')
  if (mod3736Check(typeCode + issuer + serial + version) !== check) return refuse('eLicenceIdCheck')
  return ok({ id: id as ELicenceId, typeCode, issuer, serial, version: Number(version) })
}
