import type { InstrumentCode } from '../instruments.ts'

/** 'text': written from the full text; 'excerpt': from excerpts or secondary quotations; 'recalled': from general knowledge. */
export type Sure = 'text' | 'excerpt' | 'recalled'

/** What one article means for this bureau, in our own words: a reading aid beside the citation, never the law itself. */
export interface ArticleSummary {
  readonly summary: string
  readonly sure: Sure
}

/** `XK 50`: instrument code, blank, article number. */
export type ArticleKey = `${InstrumentCode} ${number}`

/** Shown after a summary, so that nobody takes a quotation of a quotation for the law. */
export const sureLabels: Readonly<Record<Sure, string>> = {
  text: '',
  excerpt: '据二手摘录，待核对',
  recalled: '据一般了解，待核对',
}

export function summaries(
  instrument: InstrumentCode,
  sure: Sure,
  lines: Readonly<Record<number, string>>,
): Readonly<Record<ArticleKey, ArticleSummary>> {
  return Object.fromEntries(
    Object.entries(lines).map(([article, summary]) => [`${instrument} ${article}`, { summary, sure }]),
  )
}
