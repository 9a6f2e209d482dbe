import { type CodeVerdict, checks, codeVerdictLabels, type FieldValue, outcomeLabels } from '#contract/inspection'
import { pick } from '../../shared/i18n.ts'
import { texts } from './texts.ts'

const known = checks as Readonly<Record<string, { readonly zh: string }>>

/** The name of a field of the visit. The points of the checklist are words of the paper: Chinese in both languages. */
export function fieldWords(field: string): string {
  if (field.startsWith('check.')) return known[field.slice(6)]?.zh ?? field
  if (field.startsWith('code.')) return `${texts.t('act.code')} ${grouped(field.slice(5))}`
  return texts.t(field === 'notes' ? 'act.notes' : 'act.outcome')
}

/** What stands in it. */
export function valueWords(value: FieldValue): string {
  if ('result' in value) {
    const note = String(value['note'] ?? '')
    return `${texts.t(`check.${value['result'] as 'ok'}`)}${note === '' ? '' : `：${note}`}`
  }
  if ('seen' in value) return texts.t(value['seen'] === true ? 'words.taken' : 'words.dropped')
  if ('outcome' in value) return outcomeWords(value)
  const text = String(value['text'] ?? '')
  return text === '' ? texts.t('words.empty') : text
}

function outcomeWords(value: FieldValue): string {
  const { zh, en } = outcomeLabels[value['outcome'] as keyof typeof outcomeLabels]
  const head = pick(zh, en)
  const until =
    typeof value['rectifyBy'] === 'string' ? texts.t('words.rectify', { words: head, day: value['rectifyBy'] }) : head
  const words = String(value['words'] ?? '')
  return words === '' ? until : `${until}。${words}`
}

export const verdictWords = (verdict: CodeVerdict): string =>
  pick(codeVerdictLabels[verdict].zh, codeVerdictLabels[verdict].en)

/** 6111 0000 0000 0107 … : as one compares it with the carton. */
export const grouped = (code: string): string => code.replace(/(.{4})(?=.)/gu, '$1 ')
