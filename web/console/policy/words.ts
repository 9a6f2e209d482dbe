import type { PolicyValue } from '#contract/policies'
import type { texts } from './texts.ts'

type Say = ReturnType<typeof texts.useTexts>

/** A value as it is read: 开 and 关 for switches, everything else as written. */
export const valueText = (t: Say, value: PolicyValue['value'], unit = ''): string => {
  if (typeof value === 'boolean') return t(value ? 'on' : 'off')
  return /[|]/u.test(unit) || unit === '' ? String(value) : `${value} ${unit}`
}

/** The first sentence of the note names the value for people; the key stands below it. */
export const nameOf = ({ note, key }: Pick<PolicyValue, 'note' | 'key'>): string =>
  note.split(/[；。]/u)[0]?.trim() || key

export const outcomeText = (t: Say, outcome: string): string =>
  outcome === 'grant' || outcome === 'person' ? t(outcome) : t('outcome.stop')
