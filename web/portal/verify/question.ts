import { parseLicenceToken, type SignedLicenceToken } from '#kernel/licence-token'
import { plainCode } from '#kernel/plain-code'

/** What stands behind `#`, or was typed: a signed code, a licence number, nothing, or something that is neither. */
export type Question =
  | { readonly kind: 'none' }
  | { readonly kind: 'token'; readonly signed: SignedLicenceToken }
  | { readonly kind: 'number'; readonly licenceNo: string }
  | { readonly kind: 'damaged' }
  | { readonly kind: 'unreadable' }

/** Reads a scanned address, a pasted code or a typed number; blanks and full-width digits are forgiven. */
export function readQuestion(text: string): Question {
  const given = decoded(text.replace(/^#/u, '')).trim()
  if (given === '') return { kind: 'none' }
  const parsed = parseLicenceToken(given)
  if (parsed.ok) return { kind: 'token', signed: parsed.value }
  if (parsed.refusal === 'licenceTokenMalformed') return { kind: 'damaged' }
  const licenceNo = plainCode(given)
  return /^\d{12}$/u.test(licenceNo) ? { kind: 'number', licenceNo } : { kind: 'unreadable' }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
