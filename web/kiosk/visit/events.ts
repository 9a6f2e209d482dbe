import type { FaceResult } from '#contract/access'
import type {
  ApplicationRow,
  CheckResult,
  Draft,
  DraftRow,
  Grade,
  LicenceCard,
  PrintTicket,
  RatingReason,
  SavedDraft,
  ServiceSheet,
} from '#contract/licensing'
import type { CardSession, DeviceState, PrintOutcome } from '../../../agent/contract.ts'
import type { ApplyAnswer } from '../../services/apply/answers.ts'
import type { Compared, Impossible } from '../face/compare.ts'
import type { Effect, Face, pairs, SentCode, Service, Trouble } from './state.ts'

/** All that can happen: taps of the citizen, news of the device, answers to effects. */
export type KioskEvent =
  | { readonly is: 'deviceChanged'; readonly device: DeviceState }
  | { readonly is: 'deviceLost' }
  | { readonly is: 'hoursTurned'; readonly resting: boolean }
  | { readonly is: 'reportWanted' }
  | { readonly is: 'lawWanted' }
  | { readonly is: 'progressWanted' }
  | { readonly is: 'pairWanted'; readonly pair: keyof typeof pairs }
  | { readonly is: 'serviceChosen'; readonly service: Service; readonly key: string }
  | { readonly is: 'sessionOpened'; readonly session: CardSession; readonly at: string; readonly key: string }
  | { readonly is: 'proofChosen'; readonly way: 'card' | 'face' | 'code' }
  | { readonly is: 'codeSent'; readonly sent: SentCode }
  | { readonly is: 'codeTyped'; readonly code: string }
  | { readonly is: 'codeWrong'; readonly sent: SentCode; readonly words: string }
  | { readonly is: 'codeProven'; readonly sent: SentCode }
  | { readonly is: 'faceAgreed' }
  | { readonly is: 'faceReady' }
  | { readonly is: 'faceSeen'; readonly seen: Compared | Impossible }
  | { readonly is: 'faceAnswered'; readonly result: FaceResult; readonly triesLeft: number }
  | { readonly is: 'proofDone' }
  | { readonly is: 'faceWithdrawWanted' }
  | { readonly is: 'faceWithdrawn' }
  | { readonly is: 'licencesLoaded'; readonly licences: readonly LicenceCard[] }
  | { readonly is: 'sheetLoaded'; readonly sheet: ServiceSheet }
  | { readonly is: 'recordLoaded'; readonly applications: readonly ApplicationRow[] }
  | { readonly is: 'licenceForQuery'; readonly licenceNo: string }
  | { readonly is: 'answered'; readonly answer: ApplyAnswer }
  | { readonly is: 'phoneEntryWanted' }
  | { readonly is: 'filmWanted' }
  | { readonly is: 'filmOver' }
  | { readonly is: 'submitted'; readonly result: CheckResult }
  | { readonly is: 'kept'; readonly receipt: string }
  | { readonly is: 'withdrawWanted'; readonly applicationNo: string; readonly key: string }
  | { readonly is: 'withdrawConfirmed' }
  | { readonly is: 'withdrawn' }
  | { readonly is: 'printWanted'; readonly face: Face; readonly key: string }
  | { readonly is: 'printReserved'; readonly ticket: PrintTicket }
  | { readonly is: 'printEnded'; readonly face: Face; readonly outcome: PrintOutcome['outcome'] }
  | { readonly is: 'paperAnswered'; readonly received: boolean }
  | { readonly is: 'failed'; readonly trouble: Trouble; readonly effect: Effect }
  | { readonly is: 'saveWanted' }
  | { readonly is: 'draftSaved'; readonly draft: SavedDraft }
  | { readonly is: 'draftsWanted' }
  | { readonly is: 'draftsLoaded'; readonly drafts: readonly DraftRow[] }
  | { readonly is: 'draftChosen'; readonly code: string }
  | { readonly is: 'draftCodeWanted' }
  | { readonly is: 'draftCodeTyped'; readonly typed: string }
  | { readonly is: 'draftOpened'; readonly draft: Draft }
  | { readonly is: 'helperCodeWanted' }
  | { readonly is: 'helperCodeTyped'; readonly code: string }
  | { readonly is: 'helperCame'; readonly helper: string }
  | { readonly is: 'again' }
  | { readonly is: 'back' }
  | { readonly is: 'gradeChosen'; readonly grade: Grade; readonly key: string }
  | { readonly is: 'reasonToggled'; readonly reason: RatingReason }
  | { readonly is: 'ratingConfirmed' }
  | { readonly is: 'ratingEnded'; readonly followUpBy: string | null | undefined }
  | { readonly is: 'helpWanted' }
  | { readonly is: 'helpAnswered'; readonly called: boolean }
  | { readonly is: 'sessionGone' }
  | { readonly is: 'exit' }
  | { readonly is: 'goodbyeOver' }
