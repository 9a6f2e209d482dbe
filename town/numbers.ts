import { checkDigitOf } from '#kernel/citizen-id'
import { creditCodeCheck } from '#kernel/credit-code'

/**
 * 模拟数据: numbers valid in form. Citizen sequences 900-999 and telephone prefix 164, which no operator had when this
 * was written, keep them apart from most real ones; no number here was taken from a person.
 */
export function citizenId(birth: string, sequence: number, area = '440785'): string {
  const first17 = `${area}${birth.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`
  return first17 + checkDigitOf(first17)
}

export const mobile = (serial: number): string => `164${String(20_000_000 + serial).padStart(8, '0')}`

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** 92 + county for an individual household, 91 for a company; `serial` makes it unique. */
export function creditCode(kind: 'individual' | 'enterprise', serial: number): string {
  let rest = serial
  let tail = ''
  for (let place = 0; place < 4; place += 1) {
    tail = alphabet.charAt(rest % 31) + tail
    rest = Math.floor(rest / 31)
  }
  const body = `MA0X${tail}`
  const first17 = `${kind === 'individual' ? '92' : '91'}440785${body}${organisationCheck(body)}`
  return first17 + creditCodeCheck(first17)
}

const weights = [3, 7, 9, 10, 5, 8, 4, 2]
const values = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** GB 11714: the ninth character of the organisation code inside the credit code. */
function organisationCheck(body: string): string {
  const sum = weights.reduce((total, weight, at) => total + weight * values.indexOf(body.charAt(at)), 0)
  return '0123456789X0'.charAt(11 - (sum % 11))
}
