import { digitCode } from '#kernel/spoken-code'

/**
 * 回执号: sixteen digits, the last a check digit (Luhn), read aloud in fours. Fifteen digits of chance: nobody meets one by
 * trying, and one wrong or two swapped digits are told before anything is looked up.
 */
export function receiptOf(hexDigits: string): string {
  const body = digitCode(hexDigits, 15)
  return body + checkDigit(body)
}

/** The digits of a receipt as typed, blanks and dashes forgiven; `undefined` where they cannot be one. */
export function readReceipt(text: string): string | undefined {
  const digits = text.normalize('NFKC').replaceAll(/[\s\-—–]/gu, '')
  return /^\d{16}$/u.test(digits) && checkDigit(digits.slice(0, 15)) === digits.slice(15) ? digits : undefined
}

export const inFours = (receipt: string): string => receipt.replaceAll(/(\d{4})(?=\d)/gu, '$1 ')

function checkDigit(body: string): string {
  let sum = 0
  for (const [place, digit] of [...body].toReversed().entries()) {
    const doubled = Number(digit) * (place % 2 === 0 ? 2 : 1)
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return String((10 - (sum % 10)) % 10)
}
