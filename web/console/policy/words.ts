import type { PolicyValue } from '#contract/policies'
import { currentLanguage } from '../../shared/language.ts'
import type { texts } from './texts.ts'
import { unitWord } from './units.ts'

type Say = ReturnType<typeof texts.useTexts>

/** A value as it is read: 开 and 关 for switches, everything else as written. */
export const valueText = (t: Say, value: PolicyValue['value'], unit = ''): string => {
  if (typeof value === 'boolean') return t(value ? 'on' : 'off')
  return /[|]/u.test(unit) || unit === '' ? String(value) : `${value} ${unitWord(unit, currentLanguage())}`
}

/**
 * The first sentence of the note names the value for people; the key stands below it. The bureau writes its notes in Chinese:
 * an English page names a value by the words of its key.
 */
export const nameOf = ({ note, key }: Pick<PolicyValue, 'note' | 'key'>): string =>
  currentLanguage() === 'en' ? keyWords(key) : note.split(/[；。]/u)[0]?.trim() || key

/** `access.cardIdleSeconds` → Card idle seconds. */
function keyWords(key: string): string {
  const words = key.slice(key.indexOf('.') + 1).replaceAll(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`)
  return words.charAt(0).toUpperCase() + words.slice(1)
}

export const outcomeText = (t: Say, outcome: string): string =>
  outcome === 'grant' || outcome === 'person' ? t(outcome) : t('outcome.stop')
