import { type ArticleSummary, articleSummaries } from './article-summaries/all.ts'
import { chineseNumeral } from './chinese-text.ts'
import { type InstrumentCode, instruments } from './instruments.ts'

export { type ArticleSummary, articleSummaries, sureLabels } from './article-summaries/all.ts'
export { type InstrumentCode, instruments } from './instruments.ts'

/** One place in the law: 条 article, 款 paragraph, 项 item, all counted from 1. */
export interface Citation {
  readonly instrument: InstrumentCode
  readonly article: number
  readonly paragraph?: number
  readonly item?: number
}

/** `cite('XK', 50, { paragraph: 2 })` = 行政许可法第五十条第二款. */
export function cite(
  instrument: InstrumentCode,
  article: number,
  place: { readonly paragraph?: number; readonly item?: number } = {},
): Citation {
  return { instrument, article, ...place }
}

/** 《行政许可法》第五十条第二款. Item numbers stand without brackets, as statutes themselves cite (第二项至第七项). */
export function formatCitation(c: Citation): string {
  const paragraph = c.paragraph === undefined ? '' : `第${chineseNumeral(c.paragraph)}款`
  const item = c.item === undefined ? '' : `第${chineseNumeral(c.item)}项`
  return `《${instruments[c.instrument].title}》第${chineseNumeral(c.article)}条${paragraph}${item}`
}

/** Administrative Licensing Law, Article 50, paragraph 2. */
export function formatCitationEn(c: Citation): string {
  const paragraph = c.paragraph === undefined ? '' : `, paragraph ${c.paragraph}`
  const item = c.item === undefined ? '' : `, item ${c.item}`
  return `${instruments[c.instrument].titleEn}, Article ${c.article}${paragraph}${item}`
}

/** Our own one-line summary of the cited article, if one has been written. */
export function findSummary(c: Citation): ArticleSummary | undefined {
  const summaries: Readonly<Record<string, ArticleSummary>> = articleSummaries
  const key = `${c.instrument} ${c.article}`
  return Object.hasOwn(summaries, key) ? summaries[key] : undefined
}
