import { type Citation, formatCitation, formatCitationEn } from '#kernel/citation'
import { type InstrumentCode, instruments } from '#kernel/instruments'
import { currentLanguage, type Language } from './language.ts'

/** A citation as it comes over the wire: the instrument is only known to be text. */
export interface CitationText {
  readonly instrument: string
  readonly article: number
  readonly paragraph?: number | undefined
  readonly item?: number | undefined
}

/** 《行政许可法》第五十条第二款 / Administrative Licensing Law, Article 50, paragraph 2. An unknown code is shown as it came. */
export function lawText(citation: CitationText, language: Language = currentLanguage()): string {
  if (!Object.hasOwn(instruments, citation.instrument)) return `${citation.instrument} ${citation.article}`
  const known: Citation = {
    instrument: citation.instrument as InstrumentCode,
    article: citation.article,
    ...(citation.paragraph === undefined ? {} : { paragraph: citation.paragraph }),
    ...(citation.item === undefined ? {} : { item: citation.item }),
  }
  return language === 'zh' ? formatCitation(known) : formatCitationEn(known)
}
