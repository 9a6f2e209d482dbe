import type { LicenceFace } from '../rules/licence-face.ts'
import type { ServiceCode } from '../rules/services/service.ts'
import type { SiteVisit } from '../rules/site-check/visit.ts'

/** One stretch of a document's body: a paragraph, or a numbered list. */
export type PaperBlock =
  | { readonly text: string }
  | { readonly list: readonly string[] }
  | { readonly table: readonly (readonly string[])[] }
  /** A drawing of the sealed site record (签名、示意图); whoever may not see that record sees its place. */
  | { readonly drawing: SiteDrawing; readonly caption: string }

export type SiteDrawing = 'first' | 'second' | 'applicant' | 'sketch'

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
  /** The record whose drawings it shows. */
  readonly siteRecord?: { readonly id: string; readonly digest: string }
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
  /** The new term, once a renewal or a new licence stands. */
  readonly renewedFrom: string | null
  readonly renewedTo: string | null
  /** Of a granted suspension. */
  readonly suspendedFrom: string | null
  readonly suspendedTo: string | null
  /** The face before and after, where the application changed it. */
  readonly faceBefore: LicenceFace | null
  readonly faceAfter: LicenceFace | null
}

/** What a refusal rests on: items of the service's grounds, and what was found, as the reviewer wrote it. */
interface Refusing {
  readonly grounds: readonly number[]
  readonly findings: string
}

type Nothing = Readonly<Record<never, never>>

/** An ISO day; or, where the holidays of that year are not published, the limit itself, so that no paper guesses a day. */
export type PaperDay = string | { readonly from: string; readonly workingDays: number }

/** What each kind needs besides the file. */
interface ProcedureFacts {
  readonly receipt: Nothing
  readonly acceptance: { readonly dueOn: PaperDay }
  readonly correction: {
    readonly items: readonly { readonly what: string; readonly how: string }[]
    readonly answerBy: PaperDay
  }
  readonly notAccepted: { readonly reason: string }
  readonly lapse: { readonly reason: string }
  readonly withdrawal: Nothing
  readonly notRequired: { readonly reason: string }
  readonly siteCheckOrder: { readonly reason: string }
  readonly siteCheckRecord: {
    readonly findings: string
    readonly second: string
    readonly schoolMetres: number | null
    readonly objection: string
    /** Of the field app; missing where the office wrote the record from paper. */
    readonly visit?: SiteVisit | undefined
  }
  readonly siteSurvey: { readonly visit: SiteVisit }
  readonly partyNotice: { readonly reason: string; readonly answerBy: PaperDay }
  readonly hearingNotice: { readonly reason: string; readonly answerBy: PaperDay }
  readonly hearingCall: { readonly heldAt: string; readonly words: string }
  readonly hearingRecord: { readonly record: string }
  readonly extension: { readonly reason: string; readonly dueOn: PaperDay }
  readonly statementNotice: Refusing & { readonly answerBy: PaperDay }
  readonly deemedRenewal: Nothing
  readonly catalogue: Catalogue
}

/** 卷内的一件: what it is, and the SM3 by which anybody sees that it is still the same. */
export interface CatalogueEntry {
  readonly what: string
  readonly sm3: string
}

/** 卷内目录 */
export interface Catalogue {
  readonly papers: readonly CatalogueEntry[]
  readonly materials: readonly CatalogueEntry[]
  readonly events: readonly CatalogueEntry[]
}

type GrantFacts = { readonly [K in `${ServiceCode}Grant`]: Nothing }
/** `heard`: how the applicant was heard, in one sentence (XK 36). */
type DenialFacts = { readonly [K in `${ServiceCode}Denial`]: Refusing & { readonly heard: string } }

/** Every kind of document with what it needs; each service has its own grant and its own refusal. */
export type PaperFacts = ProcedureFacts & GrantFacts & DenialFacts
export type PaperKind = keyof PaperFacts
