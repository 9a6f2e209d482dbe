import { fillText, type RefusalDetails } from '#kernel/refusal'
import { currentLanguage, type Language, useLanguage } from './language.ts'

export type Texts = Readonly<Record<string, string>>

/** Words of one part of the interface; `{name}` placeholders are filled from the second argument. */
type Translate<Key extends string> = (key: Key, details?: RefusalDetails) => string

export interface I18n<Key extends string> {
  /** In the language of the tab, or in the one given. */
  t: (key: Key, details?: RefusalDetails, language?: Language) => string
  /** React hook: the same, drawing again when the language changes. */
  useTexts: () => Translate<Key>
}

/**
 * One table of words in both languages. The Chinese keys are the reference: a key that is missing in English,
 * or that exists only there, is a type error.
 */
export function createI18n<const Zh extends Texts>(texts: {
  zh: Zh
  en: { readonly [K in keyof Zh]: string }
}): I18n<keyof Zh & string> {
  const t = (key: keyof Zh & string, details?: RefusalDetails, language: Language = currentLanguage()): string =>
    fillText(texts[language][key], details)
  return {
    t,
    useTexts: () => {
      const language = useLanguage()
      return (key, details) => t(key, details, language)
    },
  }
}

/** Picks from a pair that came from the server, such as `headline` and `headlineEn`. */
export const pick = (zh: string, en: string, language: Language = currentLanguage()): string =>
  language === 'en' && en !== '' ? en : zh
