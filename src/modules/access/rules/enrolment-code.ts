/** No letter that is read as a digit: Crockford's alphabet. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const length = 20

/** 入网码 from 20 or more bytes of chance, as it is shown and typed: `XXXXX-XXXXX-XXXXX-XXXXX`, 100 bits. */
export function enrolmentCodeOf(bytes: Uint8Array): string {
  if (bytes.length < length) throw new RangeError('an enrolment code needs 20 bytes')
  const letters = Array.from(bytes.subarray(0, length), byte => alphabet.charAt(byte % 32))
  return letters.join('').replace(/(.{5})(?=.)/gu, '$1-')
}

/** The code as it is compared: blanks and hyphens do not matter, nor case, nor O for 0 and I or L for 1. */
export function plainEnrolmentCode(typed: string): string {
  return typed.toUpperCase().replace(/[\s-]/gu, '').replaceAll('O', '0').replace(/[IL]/gu, '1')
}
