import type { Citation } from '#kernel/citation'

export const figureUnits = [
  'cases',
  'shops',
  'times',
  'pieces',
  'terminals',
  'sticks',
  'fen',
  'minutes',
  'workingDays',
  'share',
  'metres',
] as const
export type FigureUnit = (typeof figureUnits)[number]

/** How the values of single rows become one figure; `subjects`: the share of subjects of which no row is bad. */
export const aggregates = ['count', 'sum', 'median', 'p90', 'share', 'subjects'] as const
type Aggregate = (typeof aggregates)[number]

/**
 * `span`: what happened in the period. `standing`: how it stood at the end of the period, or of each month. `now`: how it stands
 * now; nobody kept how it stood before, so months stay empty and nothing is guessed.
 */
export const figurePeriods = ['span', 'standing', 'now'] as const
type FigurePeriod = (typeof figurePeriods)[number]

/** What a row behind a figure opens. */
export const opensKinds = [
  'application',
  'terminal',
  'retailer',
  'delivery',
  'task',
  'alert',
  'clue',
  'case',
  'partnerItem',
  'partnerTask',
  'survey',
] as const
export type OpensKind = (typeof opensKinds)[number]

export interface Words {
  readonly zh: string
  readonly en: string
}

/**
 * 指标口径: what a figure is, in words and terms, for people. Where its rows come from stands beside it (queries/figures), so that the
 * number, its explanation and the list of its rows are one definition, and no number can be typed in.
 */
export interface FigureDefinition {
  readonly code: string
  readonly name: Words
  /** 怎么算, as a sentence a shopkeeper understands. */
  readonly formula: Words
  readonly unit: FigureUnit
  readonly aggregate: Aggregate
  readonly period: FigurePeriod
  /** Which way is the better one; undefined: neither. */
  readonly better?: 'up' | 'down'
  /** Article of law, or where the definition comes from. */
  readonly basis: readonly Citation[] | Words
}

export interface Period {
  readonly from: string
  readonly to: string
}

export interface Counted {
  /** Null when nothing was counted: no figure is better than a zero that means nothing. */
  readonly value: number | null
  readonly counted: number
}

export interface FigureValue extends Counted {
  readonly code: string
}
