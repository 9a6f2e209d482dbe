import { checkDigitOf } from '#kernel/citizen-id'
import { parseCreditCode } from '#kernel/credit-code'
import { plainCode } from '#kernel/plain-code'
import type { Answers, Known } from './question.ts'

/** 统一社会信用代码 as it is kept; undefined when it cannot be one (GB 32100). */
export function readCreditCode(text: string): string | undefined {
  const code = parseCreditCode(text)
  return code.ok ? code.value : undefined
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

/** The shop stands where the business is registered, if the applicant says so. */
export const addressOf = ({ placeSame }: Answers, { business }: Known): string | null =>
  placeSame === 'yes' ? (business?.address ?? null) : null
