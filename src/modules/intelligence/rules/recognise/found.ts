import type { FactKind } from '../clue/facts.ts'

interface Span {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Something read in the text; `kind: null` only keeps others from reading the same characters. */
export interface Found extends Span {
  readonly kind: FactKind | null
  readonly value: string
}

/** What recognition knows beside the text. */
export interface Known {
  readonly today: Temporal.PlainDate
  /** Six digits: licences of our own county need no word beside them. */
  readonly county: string
  /** 镇街 and their names. */
  readonly towns: readonly { readonly code: string; readonly name: string }[]
}

export type Finder = (plain: string, known: Known) => readonly Found[]

export const matchesOf = (plain: string, pattern: RegExp): readonly Span[] =>
  [...plain.matchAll(pattern)].map(match => ({
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
  }))
