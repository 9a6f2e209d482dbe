import { howLabels, modeLabels } from '#contract/delivery'
import { pick } from '../../shared/i18n.ts'
import type { Language } from '../../shared/language.ts'

type Labels = Readonly<Record<string, { readonly zh: string; readonly en: string }>>
const wordOf = (labels: Labels, key: string, language: Language): string => {
  const label = labels[key]
  return label ? pick(label.zh, label.en, language) : key
}

/** 送达方式; one this page does not know is shown as it came. */
export const modeWord = (mode: string, language: Language): string => wordOf(modeLabels, mode, language)
/** 怎样送达的. */
export const howWord = (how: string, language: Language): string => wordOf(howLabels, how, language)
