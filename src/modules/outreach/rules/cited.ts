import { formatCitation, type InstrumentCode } from '#kernel/citation'

/** An article that something taught rests on, as a row keeps it; it was looked up when it was written. */
export interface Cited {
  readonly instrument: string
  readonly article: number
}

/** 《行政许可法》第五十条 */
export const citationOf = ({ instrument, article }: Cited): string =>
  formatCitation({ instrument: instrument as InstrumentCode, article })
