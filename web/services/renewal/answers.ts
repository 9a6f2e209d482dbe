import type { SubmitRenewal } from '#contract/licensing'
import { parsePhone } from '#kernel/phone'
import { ok, type Result, refuse } from '#kernel/refusal'
import { type Drawing, signatureOf } from './signature.ts'

/** What the citizen has said so far; lives in memory only and is dropped whole at the end of the visit. */
export interface RenewalAnswers {
  readonly licenceNo: string | undefined
  readonly factsConfirmed: boolean
  /** null = the number on file is right; undefined = not yet said. */
  readonly phone: string | null | undefined
  readonly agreedVersion: string | undefined
  readonly signature: SubmitRenewal['signature'] | undefined
}

export const noAnswers: RenewalAnswers = {
  licenceNo: undefined,
  factsConfirmed: false,
  phone: undefined,
  agreedVersion: undefined,
  signature: undefined,
}

/** What one question may be answered with. */
export type RenewalAnswer =
  | { readonly question: 'licence'; readonly licenceNo: string }
  | { readonly question: 'facts' }
  | { readonly question: 'phone'; readonly same: true }
  | { readonly question: 'phone'; readonly number: string }
  | { readonly question: 'notice'; readonly version: string }
  | { readonly question: 'signature'; readonly drawing: Drawing }

/** Takes one answer in, or refuses it by name. Another licence starts the answers anew: they were about the first. */
export function answer(
  answers: RenewalAnswers,
  given: RenewalAnswer,
): Result<RenewalAnswers, 'phoneInvalid' | 'signatureMissing'> {
  switch (given.question) {
    case 'licence':
      return ok(answers.licenceNo === given.licenceNo ? answers : { ...noAnswers, licenceNo: given.licenceNo })
    case 'facts':
      return ok({ ...answers, factsConfirmed: true })
    case 'phone': {
      if ('same' in given) return ok({ ...answers, phone: null })
      const phone = parsePhone(given.number)
      return phone.ok ? ok({ ...answers, phone: phone.value }) : refuse('phoneInvalid')
    }
    case 'notice':
      return ok({ ...answers, agreedVersion: given.version })
    case 'signature': {
      const signature = signatureOf(given.drawing)
      return signature.ok ? ok({ ...answers, signature: signature.value }) : signature
    }
  }
}

/** The application as the server takes it; undefined while a question is open. */
export function submissionOf(answers: RenewalAnswers, startedAt: string): SubmitRenewal | undefined {
  const { licenceNo, phone, agreedVersion, signature } = answers
  if (licenceNo === undefined || phone === undefined || agreedVersion === undefined || signature === undefined) {
    return undefined
  }
  return {
    service: 'renewal',
    licenceNo,
    phone,
    consent: { version: agreedVersion, agreed: true },
    signature,
    startedAt,
  }
}
