import type { RetailerLine } from '../lines.ts'

/** Reasons against a licence that other domains have reported; the words are licensing's. */
export type Hold = 'openCase' | 'rectification' | 'unpaidFine'

export interface PersonaShop {
  readonly serial: number
  readonly name: string
  readonly town: string
  /** Address below the town. */
  readonly local: string
  /** Metres east and north of the town's centre. */
  readonly at: readonly [east: number, north: number]
  /** Days from today to the end of the licence. */
  readonly daysLeft: number
  readonly status?: RetailerLine['status']
  readonly scope?: string
  /** Days since the last site check; 120 unless said. */
  readonly siteCheckAgo?: number
  readonly holds?: readonly Hold[]
  /** Suspended since and until, in days from today. */
  readonly suspended?: readonly [since: number, until: number]
  /** What the business register says instead of the truth of the licence. */
  readonly business?: { readonly live?: boolean; readonly name?: string }
}

/** 有营业执照、还没有许可证: a business that may ask for a licence (新办). */
export interface PersonaBusiness {
  readonly serial: number
  readonly name: string
  readonly town: string
  readonly local: string
}

/** 演示人物: people with a story, the same in every county whatever the seed. */
export interface Persona {
  readonly id: string
  readonly label: string
  readonly name: string
  readonly sex: 'male' | 'female'
  /** ISO day, or an age for those who must not grow up. */
  readonly birth: string | { readonly age: number }
  readonly sequence: number
  readonly countyOfNumber?: string
  readonly card?: 'longTerm' | 'expired'
  readonly shops: readonly PersonaShop[]
  readonly business?: PersonaBusiness
  /** What is on record of the person, whatever the licence: the kind, and how many days ago. */
  readonly bar?: { readonly kind: 'unlicensedTwice'; readonly daysAgo: number }
}
