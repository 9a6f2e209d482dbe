import { checkDigitOf } from '#kernel/citizen-id'
import { parseCreditCode } from '#kernel/credit-code'
import { plainCode } from '#kernel/plain-code'
import type { Answers, Known } from './question.ts'

/** 统一社会信用代码 as it is kept; undefined when it cannot be one (GB 32100). */
export function readCreditCode(text: string): string | undefined {
  const code = parseCreditCode(text)
  return code.ok ? code.value : undefined
}

/**
 * The one credit code in what a QR of a business licence says (an address of the publicity system, or the code itself);
 * undefined where it says none, as the changing codes of the electronic licence do, or several.
 */
export function creditCodeIn(text: string): string | undefined {
  const codes = new Set((text.toUpperCase().match(/[0-9A-Z]+/gu) ?? []).flatMap(part => readCreditCode(part) ?? []))
  return codes.size === 1 ? [...codes][0] : undefined
}

/** 公民身份号码 as it is kept; whether it is the applicant's is for the server, which knows the person. */
export function readIdNo(text: string): string | undefined {
  const code = plainCode(text)
  return /^\d{17}[\dX]$/u.test(code) && checkDigitOf(code.slice(0, 17)) === code.charAt(17) ? code : undefined
}

/** The second place of the code says what kind of body it is (GB 32100): 1 a company, 2 a household business. */
export function subjectKindOf({ creditCode = '' }: Answers): string | null {
  const kind = readCreditCode(creditCode)?.slice(0, 2)
  return kind === '91' ? 'enterprise' : kind === '92' ? 'individual' : null
}

/** A household business is of one economic type; of a company the register of codes tells nothing. */
export const ecoTypeOf = ({ subjectKind }: Answers): string | null => (subjectKind === 'individual' ? '1403' : null)

/** The town whose name the address says; null where it names none or several. */
export function townOfAddress({ address = '' }: Answers, { newShop }: Known): string | null {
  const named = (newShop?.towns ?? []).filter(({ name }) => name !== '' && address.includes(name))
  return named.length === 1 ? (named[0]?.code ?? null) : null
}

const formatWords = [
  ['食杂', '食杂店'],
  ['士多', '食杂店'],
  ['便利', '便利店'],
  ['超市', '超市'],
  ['商场', '商场'],
  ['烟酒', '烟酒商店'],
] as const

/** 业态 that the registered name says; null where it says none or several. */
export function formatOfName({ shopName = '' }: Answers): string | null {
  const named = new Set(formatWords.filter(([word]) => shopName.includes(word)).map(([, format]) => format))
  return named.size === 1 ? ([...named][0] ?? null) : null
}

/** The shop stands where the business is registered, if the applicant says so. */
export const addressOf = ({ placeSame }: Answers, { business }: Known): string | null =>
  placeSame === 'yes' ? (business?.address ?? null) : null
