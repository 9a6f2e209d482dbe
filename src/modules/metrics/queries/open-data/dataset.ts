import type { Moment } from '#kernel/dates'
import type { Tx } from '#platform/database'
import type { Words } from '../../rules/figure.ts'
import type { OpenColumn, OpenRow } from '../../rules/open-data/dictionary.ts'
import type { Counted } from '../../rules/open-data/table.ts'
import type { MetricsPolicy } from '../../rules/policy.ts'

export interface OpenAsk {
  readonly at: Moment
  readonly policy: MetricsPolicy
  /** The full months that are counted: from the first day of the first to the last day of the last. */
  readonly from: string
  readonly to: string
  /** Fewer than so many are nobody's business. */
  readonly k: number
}

interface Told {
  readonly id: string
  readonly name: Words
  readonly about: Words
  readonly sources: readonly string[]
}

/** Counts of shops or files by two properties: nothing but two labels and a number can come of it. */
export interface CountsDataset extends Told {
  readonly kind: 'counts'
  /** What is counted: sets over the same things must not give each other away (rules/open-data/overlap.ts). */
  readonly of: 'licence' | 'application' | 'check' | 'penalty'
  readonly by: readonly [OpenColumn, OpenColumn]
  readonly read: (tx: Tx, ask: OpenAsk) => Promise<readonly Counted[]>
}

/** Records of the bureau's own things. */
export interface RecordsDataset extends Told {
  readonly kind: 'records'
  readonly columns: readonly OpenColumn[]
  readonly read: (tx: Tx, ask: OpenAsk) => Promise<readonly OpenRow[]>
}

export type Dataset = CountsDataset | RecordsDataset
