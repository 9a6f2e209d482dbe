import type { LicenceState } from '../licence/moves.ts'
import type { RenewalWindow } from '../renewal/window.ts'
import type { ServiceCode } from '../services/service.ts'

/** What the market regulator says of the business licence (营业执照), compared with the tobacco licence. */
export type BusinessFact =
  | { readonly kind: 'noCode' }
  | { readonly kind: 'unavailable' }
  | { readonly kind: 'notFound' }
  | {
      readonly kind: 'found'
      readonly live: boolean
      readonly sameName: boolean
      readonly sameOperator: boolean
      readonly sameAddress: boolean
    }

/** Straight-line metres from the shop to the nearest gate of a kind; null = none known in the neighbourhood. */
export interface GateFacts {
  readonly school: number | null
  readonly kindergarten: number | null
}

/** What is asked for, as far as the rules look at it: choices and days, never a name, number or address. */
export type RequestFacts =
  | { readonly service: 'renewal' }
  | { readonly service: 'suspend'; readonly from: string; readonly to: string; readonly reason: string }
  | { readonly service: 'resume'; readonly same: string }
  | { readonly service: 'reissue'; readonly cause: string; readonly which: string }
  | { readonly service: 'close'; readonly reason: string }
  | {
      readonly service: 'change'
      readonly items: readonly string[]
      /** New values beside the market regulator's; null = could not be asked or was left open. */
      readonly agrees: Readonly<Record<string, boolean | null>>
      readonly scope: readonly string[] | null
    }
  | {
      readonly service: 'issue'
      readonly independent: boolean
      readonly funds: boolean
      readonly scope: readonly string[]
    }

/** The last comparison of the session: never a picture, never the numbers a face is turned into. */
export interface FaceFact {
  readonly result: 'passed' | 'grey' | 'failed'
  readonly score: number
  readonly challenge: string
  readonly model: string
  readonly terminalId: string
  readonly checkedAt: string
}

/**
 * Everything the rules of a service look at, without one name, number or address of a person: it is stored with the
 * run and sent to the screen. null always means "not known", never "no".
 */
export interface ServiceFacts {
  readonly request: RequestFacts
  readonly today: string
  readonly applicantIsHolder: boolean
  readonly identity: {
    readonly method: string
    /** Check digit of the number right and the card within its validity; null = the method does not tell. */
    readonly documentValid: boolean | null
    readonly adult: boolean | null
    /** 刷脸核对, if one was made: a terminal's claim as the server judged it. Absent in runs before there was any. */
    readonly face?: FaceFact
  }
  readonly consent: { readonly agreed: boolean; readonly version: string }
  readonly business: BusinessFact
  readonly licenceState: LicenceState
  readonly window: Pick<RenewalWindow, 'kind' | 'daysLeft'> & {
    readonly opensOn: string
    readonly lastTimelyDay: string
    readonly validTo: string
  }
  readonly suspension: { readonly days: number } | 'none' | 'unknown'
  /** null = the shop has no position on the map, or the gates of its county are not in the register. */
  readonly gates: GateFacts | null
  /** Metres to the nearest other live shop in a straight line; null = not known. */
  readonly nearestShop: number | null
  readonly sameAddressLicences: number | null
  readonly sameOperatorLicences: number | null
  readonly holds: readonly HoldKind[]
  /** Days since the last signed site check; null = none on file. */
  readonly siteCheckAgeDays: number | null
  /** An open application for the same service. */
  readonly openApplicationNo: string | null
  /** How many applications this helper has assisted today; null = nobody helped. */
  readonly assistedToday: number | null
  /** 紧急停用: somebody has switched automatic grants off for all or for this service. */
  readonly automaticStopped: boolean
}

/** What other domains have reported against the licence or person: no bar, but a reason for a person to look. */
export const holdKinds = [
  'openCase',
  'rectification',
  'unpaidFine',
  'disqualified',
  'fraud',
  'falseMaterial',
  'unlicensedTwice',
  'amountsReached',
  'unsafePremises',
  'notIndependent',
] as const
export type HoldKind = (typeof holdKinds)[number]

export interface CheckPolicy {
  readonly schoolMetres: number
  readonly kindergartenMetres: number
  readonly spacingMetres: number
  readonly siteCheckMaxAgeDays: number
  readonly identityMethods: readonly string[]
  /** 加强核验 accepts only these. */
  readonly stepUpMethods: readonly string[]
  readonly minimumAge: number
  readonly suspensionMinimumMonths: number
  readonly suspensionMaximumDays: number
  readonly helperDailyLimit: number
  readonly consentVersion: string
  /** 自动准予 by service. */
  readonly automatic: Readonly<Record<ServiceCode, boolean>>
}
