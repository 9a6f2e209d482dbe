import type { Answers, Deliver, ServiceCode, SubmitApplication } from '#contract/licensing'
import { parsePhone } from '#kernel/phone'
import { ok, type Result, refuse } from '#kernel/refusal'
import { type Drawing, signatureOf } from './signature.ts'

/** What the citizen has said so far; lives in memory only and is dropped whole at the end of the visit. */
export interface ApplyAnswers {
  readonly licenceNo: string | undefined
  readonly factsConfirmed: boolean
  /** The service's own questions. */
  readonly said: Answers
  readonly deliver: Deliver['mode'] | undefined
  /** null = the number on file is right; undefined = not yet said. */
  readonly phone: string | null | undefined
  readonly agreedVersion: string | undefined
  readonly signature: SubmitApplication['signature'] | undefined
  /** The list of papers was seen; what is missing is asked for later, once. */
  readonly papersSeen: boolean
}

export const noAnswers: ApplyAnswers = {
  licenceNo: undefined,
  factsConfirmed: false,
  said: {},
  deliver: undefined,
  phone: undefined,
  agreedVersion: undefined,
  signature: undefined,
  papersSeen: false,
}

/** What one question may be answered with. */
export type ApplyAnswer =
  | { readonly question: 'licence'; readonly licenceNo: string }
  | { readonly question: 'facts' }
  /** `also` are the answers of the questions that share the page. */
  | { readonly question: `asked.${string}`; readonly value: string; readonly also?: Answers }
  | { readonly question: 'papers' }
  | { readonly question: 'deliver'; readonly mode: Deliver['mode'] }
  | { readonly question: 'phone'; readonly same: true }
  | { readonly question: 'phone'; readonly number: string }
  | { readonly question: 'notice'; readonly version: string }
  /** `version` of the notice that stands above the signature, where it is agreed to by signing. */
  | { readonly question: 'signature'; readonly drawing: Drawing; readonly version?: string }

/** Takes one answer in, or refuses it by name. Another licence starts the answers anew: they were about the first. */
export function answer(
  answers: ApplyAnswers,
  given: ApplyAnswer,
): Result<ApplyAnswers, 'phoneInvalid' | 'signatureMissing'> {
  switch (given.question) {
    case 'licence':
      return ok(answers.licenceNo === given.licenceNo ? answers : { ...noAnswers, licenceNo: given.licenceNo })
    case 'facts':
      return ok({ ...answers, factsConfirmed: true })
    case 'papers':
      return ok({ ...answers, papersSeen: true })
    case 'deliver':
      return ok({ ...answers, deliver: given.mode })
    case 'phone': {
      if ('same' in given) return ok({ ...answers, phone: null })
      const phone = parsePhone(given.number)
      return phone.ok ? ok({ ...answers, phone: phone.value }) : refuse('phoneInvalid')
    }
    case 'notice':
      return ok({ ...answers, agreedVersion: given.version })
    case 'signature': {
      const signature = signatureOf(given.drawing)
      const { agreedVersion } = answers
      return signature.ok
        ? ok({ ...answers, signature: signature.value, agreedVersion: given.version ?? agreedVersion })
        : signature
    }
    default:
      return ok({
        ...answers,
        said: { ...answers.said, ...given.also, [given.question.slice('asked.'.length)]: given.value },
      })
  }
}

/** The number that a change brings, once it is said. */
export const newPhone = ({ said }: ApplyAnswers): string | undefined =>
  said['items']?.split(',').includes('phone') ? said['phone'] : undefined

/** The application as the server takes it; undefined while a question is open. */
export function submissionOf(
  service: ServiceCode,
  answers: ApplyAnswers,
  startedAt: string,
): SubmitApplication | undefined {
  const { licenceNo, agreedVersion, signature, deliver } = answers
  const phone = newPhone(answers) === undefined ? answers.phone : null
  if (licenceNo === undefined || phone === undefined || agreedVersion === undefined || signature === undefined)
    return undefined
  return {
    service,
    licenceNo,
    answers: Object.fromEntries(Object.entries(answers.said).filter(([, value]) => value !== '')),
    deliver: { mode: deliver ?? 'electronic', address: null },
    phone,
    consent: { version: agreedVersion, agreed: true },
    signature,
    startedAt,
  }
}
