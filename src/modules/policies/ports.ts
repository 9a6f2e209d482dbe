import type { Tx } from '#platform/database'
import type { PolicySet } from '#platform/policy'

/** 试算的一行: an application that the two values treat differently. */
export interface TrialDifference {
  readonly applicationNo: string
  readonly before: string
  readonly after: string
  /** Numbers of the rules that made the difference, with what they say under the new value. */
  readonly rules: readonly string[]
  readonly reasons: readonly string[]
}

interface TrialPage {
  readonly looked: number
  /** Where the next page begins; null = there is none. */
  readonly next: number | null
  readonly differences: readonly TrialDifference[]
}

/** The past decisions of a domain, decided again. */
export interface Trial {
  /** Whether the rules of the domain look at anything that differs between the two. */
  differs(before: PolicySet, after: PolicySet): boolean
  /** How many of the last `count` there are, and where they begin. */
  span(tx: Tx, count: number): Promise<{ readonly total: number; readonly first: number }>
  page(
    tx: Tx,
    asked: { readonly before: PolicySet; readonly after: PolicySet; readonly from: number },
  ): Promise<TrialPage>
}

/** What each domain that lives by policy lends: its reading of a set, its limits in law, and perhaps a trial. */
export interface PolicySubject {
  /** Throws PolicyError when the set cannot be read. */
  readonly interpret: (set: PolicySet) => unknown
  /** What the law does not allow, in words; undefined = nothing. */
  readonly fault?: (set: PolicySet) => string | undefined
  readonly trial?: Trial
}

export interface PoliciesPorts {
  readonly subjects: readonly PolicySubject[]
}
