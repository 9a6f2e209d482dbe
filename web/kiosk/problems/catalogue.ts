import { pageLaw } from '#kernel/page-law'
import type { CitationText } from '../../shared/law-text.ts'
import type { Trouble } from '../visit/state.ts'
import { troubleTexts } from './texts.ts'

/** Every fault and refusal that has words of its own on this machine. */
export const troubleCodes = [
  'noCard',
  'cardUnreadable',
  'cardPulled',
  'cardUnsupported',
  'cardMalformed',
  'cardExpired',
  'cardNotYetValid',
  'holderUnderAge',
  'noLicence',
  'readerAbsent',
  'uplinkDown',
  'answerUnknown',
  'storageFull',
  'notEnrolled',
  'terminalRevoked',
  'terminalFrozen',
  'outsideHours',
  'agentLost',
  'starting',
  'sessionMissing',
  'paperOut',
  'jam',
  'printerAbsent',
  'pageMissing',
  'actHeld',
  'draftElsewhere',
  'surprise',
] as const
type TroubleCode = (typeof troubleCodes)[number]

/** The server's names for what this machine has one page for. */
const sameAs: Readonly<Record<string, TroubleCode>> = {
  databaseAway: 'uplinkDown',
  http502: 'uplinkDown',
  http503: 'uplinkDown',
  http504: 'uplinkDown',
  badRequest: 'surprise',
}

/** Articles behind a refusal of the machine itself; a fault of a device has a cause, not an article. */
const basisOf: Partial<Record<TroubleCode, readonly CitationText[]>> = {
  cardExpired: pageLaw.kioskCardExpired.basis,
  noLicence: pageLaw.kioskNoLicence.basis,
}

const isTroubleCode = (code: string): code is TroubleCode => troubleCodes.some(known => known === code)

export interface TroubleWords {
  /** The catalogue's name, or `other` where only the sender's words are known. */
  readonly code: TroubleCode | 'other'
  readonly title: string
  readonly why: string | undefined
  readonly next: string
  readonly basis: readonly CitationText[]
}

/** 发生了什么 / 为什么（依据）/ 接下来怎么办: our own words where we have them, else the sender's. */
export function wordsOf(trouble: Trouble): TroubleWords {
  const own = isTroubleCode(trouble.code) ? trouble.code : sameAs[trouble.code]
  const code = own ?? (trouble.title === undefined ? 'surprise' : undefined)
  const given = trouble.basis ?? []
  if (code !== undefined) {
    const basis = given.length > 0 ? given : (basisOf[code] ?? [])
    return {
      code,
      title: troubleTexts.t(`${code}.title`),
      why: troubleTexts.t(`${code}.why`),
      next: troubleTexts.t(`${code}.next`),
      basis,
    }
  }
  const { title = '', next } = trouble
  return { code: 'other', title, why: undefined, next: next || troubleTexts.t('surprise.next'), basis: given }
}

/** Trying the same again can help: not when the card, the law or the machine itself says no. */
const hopeless: readonly string[] = [
  'cardUnsupported',
  'cardMalformed',
  'cardExpired',
  'cardNotYetValid',
  'holderUnderAge',
  'sessionMissing',
  'noLicence',
  'answerUnknown',
  'actHeld',
  'draftElsewhere',
  'outsideHours',
]
/** A refusal known only by the sender's words is tried again only where the sender itself was in trouble. */
export const mayTryAgain = (code: TroubleWords['code'], trouble: Trouble): boolean =>
  code === 'other' ? trouble.temporary === true : !hopeless.includes(code)
