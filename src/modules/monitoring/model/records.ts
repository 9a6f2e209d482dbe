/** Somebody who can be visited, as the spec names its columns. */
export interface Subject {
  readonly entity: string
  readonly lng: number
  readonly lat: number
  /** One name a chain column, normalised; empty where none is written. */
  readonly chains: readonly string[]
  readonly categories: readonly string[]
  readonly flags: readonly number[]
  /** Day number since which it exists; NaN where unknown. */
  readonly since: number
}

/** One past visit with what came of it. */
export interface Visit extends Subject {
  readonly day: number
  readonly outcome: 0 | 1
  readonly severity: readonly number[]
  readonly codes: readonly string[]
  /** Drawn at random and not chosen for its risk; every visit where the spec marks none. */
  readonly random: boolean
  readonly groups: Readonly<Record<string, string>>
}
