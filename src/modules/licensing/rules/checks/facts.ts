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

/** Straight-line metres from the shop to the nearest gate of a kind; null = none known in the neighbourhood. Runs of before. */
export interface GateFacts {
  readonly school: number | null
  readonly kindergarten: number | null
}

/** One school gate in the neighbourhood of the door. */
export interface SchoolGateFact {
  readonly kind: keyof GateFacts
  /** The straight line as short as it can be, given how well both ends are known; null = the door is on no map. */
  readonly least: number | null
  /** The walk that two officers measured and signed: the legal value. null = none that still counts. */
  readonly walk: number | null
}

/** Licences of other persons that share something a household shares: an indicator, never a proof (a family may lawfully trade apart). */
export interface HouseholdFacts {
  readonly phone?: number
  readonly account?: number
  readonly device?: number
}

export interface SchoolFacts {
  readonly doorKnown: boolean
  /** Within about a kilometre, or measured. */
  readonly gates: readonly SchoolGateFact[]
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

/** 新办的场所 as the registers see it; straight lines are hints. */
export interface PlaceFact {
  /** 9 digits: the unit of the layout plan. */
  readonly town: string
  readonly positionFrom: 'asker' | 'register' | 'nowhere'
  /** How far a line of `gates` and `nearestShop` may be wrong, both ends together. */
  readonly errorMetres: number
  readonly shopsInTown: number
  /** 新办 applications of the same town received earlier and still open: first accepted, first served (XK 57). */
  readonly earlierInTown: number
}

/** A record that bars a new application for some years; whether it still does is for the rule. */
export interface BarFact {
  readonly kind: BarKind
  /** ISO day. */
  readonly since: string
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
  /** 代理办理, by a mandate on paper or one the holder gave here. Absent where the holder came, and in runs before there was any. */
  readonly agent?: { readonly form: 'paper' | 'electronic' }
  readonly identity: {
    readonly method: string
    /** Check digit of the number right and the card within its validity; null = the method does not tell. */
    readonly documentValid: boolean | null
    readonly adult: boolean | null
    /** 认证等级 of the unified identity; absent for other ways, and in runs before it was kept. */
    readonly level?: number
    /** 窗口: the card was typed by an officer, not read by a device. Absent where it was not. */
    readonly typed?: true
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
  /** null = the gates of the county are not in the register; absent in runs that knew straight lines only (`gates`). */
  readonly schools?: SchoolFacts | null
  /** Of runs before `schools`; null = the shop has no position on the map, or the county's gates are not in the register. */
  readonly gates?: GateFacts | null
  /** Metres to the nearest other live shop in a straight line; null = not known. */
  readonly nearestShop: number | null
  readonly sameAddressLicences: number | null
  readonly sameOperatorLicences: number | null
  /** 一户多证: live licences of other persons by what they share; absent in runs of before and where nobody knows. */
  readonly household?: HouseholdFacts
  readonly holds: readonly HoldKind[]
  /** Days since the last signed site check; null = none on file. */
  readonly siteCheckAgeDays: number | null
  /** An open application for the same service. */
  readonly openApplicationNo: string | null
  /** How many applications this helper has assisted today; null = nobody helped. */
  readonly assistedToday: number | null
  /** Other people's applications assisted today with this one's telephone number; absent where nobody helped. */
  readonly assistedWithPhone?: number
  /** Of 新办; absent otherwise and in runs of before. */
  readonly place?: PlaceFact
  /** Of 新办: what is on record of the person, whatever the licence. */
  readonly bars?: readonly BarFact[]
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

/** Of these, what bars for a number of years (reference §2.5). */
export const barKinds = ['disqualified', 'fraud', 'falseMaterial', 'unlicensedTwice'] as const satisfies HoldKind[]
export type BarKind = (typeof barKinds)[number]

/** 合理布局 (TL 9): the unit is the town; its class sets the spacing, its quota the number of shops. */
interface LayoutPolicy {
  readonly classes: Readonly<Record<string, string>>
  readonly spacing: Readonly<Record<string, number>>
  readonly quotas: Readonly<Record<string, number>>
}

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
  /** Absent in values of before, as the next four. */
  readonly phoneDailyLimit?: number
  /** Ways by which an identity document was checked, though nobody here held one (ZX 5). */
  readonly realNameMethods?: readonly string[]
  readonly realNameLevel?: number
  readonly layout?: LayoutPolicy
  readonly barYears?: Readonly<Record<BarKind, number>>
  readonly consentVersion: string
  /** 自动准予 by service. */
  readonly automatic: Readonly<Record<ServiceCode, boolean>>
}
