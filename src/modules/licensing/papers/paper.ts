import type { ServiceCode } from '../rules/services/service.ts'

/** One stretch of a document's body: a paragraph, or a numbered list. */
export type PaperBlock = { readonly text: string } | { readonly list: readonly string[] }

/** 文书 as issued: the words themselves, so that a later change of our templates never changes what somebody was told. */
export interface PaperContent {
  readonly title: string
  /** 文号 */
  readonly number: string
  readonly bureau: string
  readonly addressee: string
  readonly blocks: readonly PaperBlock[]
  /** ISO day of the document. */
  readonly date: string
  readonly applicationNo: string
  readonly licenceNo: string | null
}

/** What every document takes from the file; days are ISO texts. */
export interface PaperFile {
  readonly applicationNo: string
  readonly licenceNo: string | null
  readonly service: ServiceCode
  readonly shopName: string
  readonly operatorName: string
  readonly receivedOn: string
  readonly acceptedOn: string | null
  /** 届满日 of the term that the application is to continue. */
  readonly deemedAfter: string | null
  /** The new term, once the renewal stands. */
  readonly renewedFrom: string | null
  readonly renewedTo: string | null
}

/** What a refusal rests on: items of S205 43, and what was found, as the reviewer wrote it. */
interface Refusing {
  readonly grounds: readonly number[]
  readonly findings: string
}

type Nothing = Readonly<Record<never, never>>

/** An ISO day; or, where the holidays of that year are not published, the limit itself, so that no paper guesses a day. */
export type PaperDay = string | { readonly from: string; readonly workingDays: number }

/** What each kind needs besides the file. */
export interface PaperFacts {
  readonly receipt: Nothing
  readonly acceptance: { readonly dueOn: PaperDay }
  readonly correction: {
    readonly items: readonly { readonly what: string; readonly how: string }[]
    readonly answerBy: PaperDay
  }
  readonly notAccepted: { readonly reason: string }
  readonly lapse: { readonly reason: string }
  readonly withdrawal: Nothing
  readonly extension: { readonly reason: string; readonly dueOn: PaperDay }
  readonly statementNotice: Refusing & { readonly answerBy: PaperDay }
  readonly renewalGrant: Nothing
  /** `heard`: how the applicant was heard, in one sentence (XK 36). */
  readonly renewalDenial: Refusing & { readonly heard: string }
  readonly deemedRenewal: Nothing
}

export type PaperKind = keyof PaperFacts
