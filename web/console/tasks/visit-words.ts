import { checks, type FieldValue, outcomeLabels } from '#contract/inspection'
import { pick } from '../../shared/i18n.ts'
import { texts } from './visit-texts.ts'

const known = checks as Readonly<Record<string, { readonly zh: string }>>

/** The points of the checklist are words of the paper: Chinese in both languages. */
export function fieldWords(field: string): string {
  if (field.startsWith('check.')) return known[field.slice(6)]?.zh ?? field
  return field.startsWith('code.')
    ? texts.t('code', { code: field.slice(5) })
    : texts.t(field === 'notes' ? 'notes' : 'outcome')
}

export function valueWords(value: FieldValue): string {
  if ('result' in value) {
    const note = String(value['note'] ?? '')
    return `${texts.t(`result.${value['result'] as 'ok'}`)}${note === '' ? '' : `：${note}`}`
  }
  if ('seen' in value) return texts.t(value['seen'] === true ? 'seen' : 'dropped')
  if (!('outcome' in value)) return String(value['text'] ?? '')
  const { zh, en } = outcomeLabels[value['outcome'] as keyof typeof outcomeLabels]
  const words = pick(zh, en)
  const until = value['rectifyBy']
  const head = typeof until === 'string' ? texts.t('until', { words, day: until }) : words
  return `${head}${value['words'] ? `：${String(value['words'])}` : ''}`
}
