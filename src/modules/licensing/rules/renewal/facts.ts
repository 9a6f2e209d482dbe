import type { LicenceState } from '../licence/moves.ts'
import type { RenewalWindow } from './window.ts'

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

/**
 * Everything the rules of a renewal look at, without one name, number or address of a person: it is stored with the
 * run. null always means "not known", never "no".
 */
export interface RenewalFacts {
  readonly applicantIsHolder: boolean
  readonly identity: {
    readonly method: string
    /** Check digit of the number right and the card within its validity; null = the method does not tell. */
    readonly documentValid: boolean | null
    readonly adult: boolean | null
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
  readonly sameAddressLicences: number | null
  readonly sameOperatorLicences: number | null
  readonly holds: readonly HoldKind[]
  /** Days since the last signed site check; null = none on file. */
  readonly siteCheckAgeDays: number | null
  readonly openApplicationNo: string | null
}

/** What other domains have reported against the licence: no bar, but a reason for a person to look. */
export type HoldKind = 'openCase' | 'rectification' | 'unpaidFine'

export interface RenewalPolicy {
  readonly schoolMetres: number
  readonly kindergartenMetres: number
  readonly siteCheckMaxAgeDays: number
  readonly identityMethods: readonly string[]
  readonly minimumAge: number
  readonly suspensionMaximumDays: number
  readonly consentVersion: string
  readonly autoGrantEnabled: boolean
}
