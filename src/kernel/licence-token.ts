import { fromBase64Url, toBase64Url } from './base64url.ts'
import { ok, type Result, refuse } from './refusal.ts'

/**
 * What the QR code on a licence says (许可证验证码), so that it can be checked without network: the face in short, signed by the issuing bureau.
 * Text form `YZT1.<base64url of UTF-8 JSON array>.<base64url of the 64-byte SM2 signature r‖s>`; the signature covers the first two parts.
 * Names of persons are masked: the code is readable by anyone who photographs the wall.
 */
export interface LicenceToken {
  readonly keyId: string
  readonly licenceNo: string
  readonly shopName: string
  readonly operatorMasked: string
  readonly address: string
  readonly validFrom: string
  readonly validTo: string
  readonly version: number
  readonly copyNo: number
  readonly issuer: string
  readonly issuedOn: string
}

export interface SignedLicenceToken {
  readonly token: LicenceToken
  /** The exact text that was signed. */
  readonly signedText: string
  readonly signature: Uint8Array
}

const PREFIX = 'YZT1'
const MAX_LENGTH = 1200

/** The text that is signed: prefix and body, in one fixed order of fields. */
export function tokenSignedText(token: LicenceToken): string {
  const fields = [
    token.keyId,
    token.licenceNo,
    token.shopName,
    token.operatorMasked,
    token.address,
    token.validFrom,
    token.validTo,
    token.version,
    token.copyNo,
    token.issuer,
    token.issuedOn,
  ]
  return `${PREFIX}.${toBase64Url(new TextEncoder().encode(JSON.stringify(fields)))}`
}

/** Joins the signed text with its signature (64 bytes r‖s). */
export const tokenText = (signedText: string, signature: Uint8Array): string =>
  `${signedText}.${toBase64Url(signature)}`

/** The address that the QR code holds; the token stands behind `#` so that no server log sees it. */
export const tokenUrl = (publicUrl: string, text: string): string => `${publicUrl.replace(/\/$/, '')}/v#${text}`

/**
 * Reads a token from a bare text, a scanned address or any text that contains it. Says nothing about the signature.
 * Never throws: garbage is `licenceTokenMalformed`, no token at all is `licenceTokenMissing`.
 */
export function parseLicenceToken(
  text: string,
): Result<SignedLicenceToken, 'licenceTokenMissing' | 'licenceTokenMalformed'> {
  const found = /YZT1\.([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]{86})(?![A-Za-z0-9_-])/.exec(text)
  if (!found) return refuse(/YZT1\./.test(text) ? 'licenceTokenMalformed' : 'licenceTokenMissing')
  const [, body = '', signature = ''] = found
  if (body.length > MAX_LENGTH) return refuse('licenceTokenMalformed')
  try {
    const fields: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(fromBase64Url(body)))
    const token = tokenOf(fields)
    return token
      ? ok({ token, signedText: `${PREFIX}.${body}`, signature: fromBase64Url(signature) })
      : refuse('licenceTokenMalformed')
  } catch {
    return refuse('licenceTokenMalformed')
  }
}

function tokenOf(fields: unknown): LicenceToken | undefined {
  if (!Array.isArray(fields) || fields.length !== 11) return undefined
  const texts = [0, 1, 2, 3, 4, 5, 6, 9, 10].map(i => fields[i] as unknown)
  const numbers = [fields[7] as unknown, fields[8] as unknown]
  if (!texts.every(t => typeof t === 'string') || !numbers.every(n => Number.isSafeInteger(n))) return undefined
  const [keyId, licenceNo, shopName, operatorMasked, address, validFrom, validTo, issuer, issuedOn] = texts as string[]
  const [version, copyNo] = numbers as number[]
  return {
    keyId,
    licenceNo,
    shopName,
    operatorMasked,
    address,
    validFrom,
    validTo,
    version,
    copyNo,
    issuer,
    issuedOn,
  } as LicenceToken
}
