import type { FaceResult } from '#contract/access'
import type {
  ApplicationRow,
  CheckResult,
  DraftRow,
  Finding,
  Grade,
  LicenceCard,
  PrintTicket,
  RatingReason,
  SavedDraft,
  ServiceCode,
  ServiceSheet,
} from '#contract/licensing'
import type { CardSession, DeviceState } from '../../../agent/contract.ts'
import type { FilmName } from '../../films/scripts.ts'
import { type ApplyAnswers, noAnswers } from '../../services/apply/answers.ts'
import type { ApplyStep } from '../../services/apply/steps.ts'
import type { CitationText } from '../../shared/law-text.ts'
import type { Compared, Impossible } from '../face/compare.ts'
import type { RatingState } from './rating.ts'

/** What the first screen offers 能办的事: five at most, so two of them open into a pair. */
export const offers = ['renewal', 'change', 'pause', 'paperOrEnd', 'query'] as const
export type Offer = (typeof offers)[number]
/** The pairs behind an offer; which of the two is possible, the licence decides. */
export const pairs = { pause: ['suspend', 'resume'], paperOrEnd: ['reissue', 'close'] } as const
/** 新办 needs a plan of the premises: it stays with window and phone. */
type LicenceService = Exclude<ServiceCode, 'issue'>
export type Service = LicenceService | 'query'

/** A fault or refusal as the page shows it; the words of the sender are used where the catalogue has none. */
export interface Trouble {
  readonly code: string
  readonly title?: string
  readonly next?: string
  readonly basis?: readonly CitationText[]
  /** The same request may succeed later. */
  readonly temporary?: boolean
}

/** Work of the machine that the citizen waits for. */
export type Task = 'loadLicences' | 'loadSheet' | 'loadRecord' | 'submit' | 'withdraw' | 'print' | 'face' | 'code'

/** Where a code went; the code itself is only in the message. */
export interface SentCode {
  readonly challengeId: string
  readonly phoneMasked: string
  readonly minutes: number
}

export type Face = 'original' | 'query' | 'receipt'

export type Screen =
  | { readonly name: 'home' }
  | { readonly name: 'layCard' }
  /** 举报: what is said stands on its page only, never here. */
  | { readonly name: 'report' }
  /** 政策法规资讯: which question is read stands on its page only. */
  | { readonly name: 'law' }
  /** 办件进度 by number and code: what is typed stands on its page only. */
  | { readonly name: 'progress' }
  | { readonly name: 'chooseService' }
  | { readonly name: 'working'; readonly task: Task }
  /** 核对本人: the equal ways. */
  | { readonly name: 'proof'; readonly note?: Impossible | 'withdrawn' }
  /** 短信验证码 beside the card; `wrong` = the words of the last refusal. */
  | { readonly name: 'cardCode'; readonly sent: SentCode; readonly wrong: string | undefined }
  | { readonly name: 'faceTerms' }
  | { readonly name: 'faceCamera' }
  | { readonly name: 'faceResult'; readonly result: FaceResult; readonly triesLeft: number }
  | { readonly name: 'choosePair'; readonly pair: keyof typeof pairs }
  | { readonly name: 'apply'; readonly step: ApplyStep; readonly wrong: boolean }
  /** What was chosen cannot be done: the rule's own words, before anything is signed. */
  | { readonly name: 'cannotLikeThis'; readonly step: ApplyStep; readonly findings: readonly Finding[] }
  /** 看示范, and the page it goes back to. */
  | {
      readonly name: 'film'
      readonly film: FilmName
      readonly behind: Extract<Screen, { name: 'layCard' | 'apply' | 'withdrawConfirm' }>
    }
  | { readonly name: 'phoneEntry'; readonly wrong: boolean }
  | { readonly name: 'cannotApply' }
  | { readonly name: 'result' }
  | { readonly name: 'kept'; readonly receipt: string }
  | { readonly name: 'chooseForQuery' }
  | { readonly name: 'record' }
  | { readonly name: 'withdrawConfirm'; readonly applicationNo: string; readonly key: string }
  | { readonly name: 'withdrawn' }
  | { readonly name: 'takePaper'; readonly face: Face }
  | { readonly name: 'paperUnknown'; readonly face: Face }
  | { readonly name: 'paperMissing' }
  | { readonly name: 'finished' }
  | { readonly name: 'trouble'; readonly trouble: Trouble; readonly again: Screen | Effect | undefined }
  /** The visit is over; nothing personal is in this state any more. */
  | { readonly name: 'saved'; readonly draft: SavedDraft }
  | { readonly name: 'drafts'; readonly drafts: readonly DraftRow[] }
  | { readonly name: 'draftCode'; readonly wrong: boolean }
  | { readonly name: 'helperCode'; readonly wrong: boolean }
  | { readonly name: 'goodbye' }

/** Everything one citizen's visit 本次办理 knows. A new visit starts from `newVisit`: nothing is carried over. */
export interface Visit {
  /** Replies that were asked for by an earlier visit are dropped. */
  readonly number: number
  readonly screen: Screen
  readonly service: Service | undefined
  readonly session: CardSession | undefined
  /** How far the person proved to be the one on the card, beyond holding it. */
  readonly proof: 'open' | 'card' | 'face' | 'cardCode'
  /** The masked number at which the proven code was read. */
  readonly codePhone: string | undefined
  readonly startedAt: string
  readonly licences: readonly LicenceCard[]
  readonly sheet: ServiceSheet | undefined
  readonly answers: ApplyAnswers
  /** One key for one intended submission, however often it is tapped or tried again. */
  readonly submitKey: string
  readonly result: CheckResult | undefined
  readonly rating: RatingState
  readonly queryLicenceNo: string | undefined
  readonly applications: readonly ApplicationRow[]
  readonly ticket: PrintTicket | undefined
  /** The licence of a draft that goes on here. */
  readonly draftLicenceNo: string | undefined
  /** 帮办员 who sits beside. */
  readonly helper: string | undefined
  readonly help: 'none' | 'calling' | 'called' | 'failed'
}

export interface Kiosk {
  /** undefined until the agent has spoken. */
  readonly device: DeviceState | undefined
  /** Outside the hours that the bureau has set for this terminal: nothing new begins, what is going on is finished. */
  readonly resting: boolean
  /** false when the agent itself stopped answering. */
  readonly linked: boolean
  readonly visit: Visit
}

/** What the machine has to do next; run by effects.ts, answered by an event. */
export type Effect =
  | { readonly do: 'openSession' }
  | { readonly do: 'endSession' }
  | { readonly do: 'loadLicences' }
  | { readonly do: 'loadSheet'; readonly licenceNo: string; readonly service: LicenceService }
  | { readonly do: 'loadRecord'; readonly licenceNo: string }
  | { readonly do: 'submit' }
  | { readonly do: 'askCode' }
  | { readonly do: 'proveCode'; readonly sent: SentCode; readonly code: string }
  | { readonly do: 'agreeToFace' }
  | { readonly do: 'reportFace'; readonly compared: Compared }
  | { readonly do: 'withdrawFace' }
  | { readonly do: 'saveDraft' }
  | { readonly do: 'loadDrafts' }
  | { readonly do: 'openDraft'; readonly code: string }
  | { readonly do: 'assist'; readonly code: string }
  | { readonly do: 'withdraw'; readonly applicationNo: string; readonly key: string }
  | { readonly do: 'print'; readonly face: Face; readonly of: string; readonly key: string }
  | { readonly do: 'confirmPaper'; readonly printId: string; readonly received: boolean }
  | {
      readonly do: 'rate'
      readonly applicationNo: string
      readonly grade: Grade
      readonly reasons: readonly RatingReason[]
      readonly key: string
    }
  | { readonly do: 'callHelper'; readonly step: string }
  | { readonly do: 'clearPage' }

export type Step = readonly [kiosk: Kiosk, ...effects: Effect[]]

export const newVisit = (number: number): Visit => ({
  number,
  screen: { name: 'home' },
  service: undefined,
  session: undefined,
  proof: 'open',
  codePhone: undefined,
  startedAt: '',
  licences: [],
  sheet: undefined,
  answers: noAnswers,
  submitKey: '',
  result: undefined,
  rating: { is: 'open' },
  queryLicenceNo: undefined,
  applications: [],
  ticket: undefined,
  draftLicenceNo: undefined,
  helper: undefined,
  help: 'none',
})

export const newKiosk: Kiosk = { device: undefined, resting: false, linked: true, visit: newVisit(1) }

export const inVisit = (kiosk: Kiosk, change: Partial<Visit>): Kiosk => ({
  ...kiosk,
  visit: { ...kiosk.visit, ...change },
})

export const show = (kiosk: Kiosk, screen: Screen): Kiosk => inVisit(kiosk, { screen })
