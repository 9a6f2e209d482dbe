import { CHINA } from '#kernel/dates'
import { type Outcome, outcomeLabels } from '../rules/draw/room.ts'
import { type CheckCode, checks } from '../rules/task/reasons.ts'
import { type CodeVerdict, codeVerdictLabels } from '../rules/visit/codes.ts'
import { type FieldValue, fieldsChanged, type VisitContent } from '../rules/visit/content.ts'

export interface Row {
  readonly label: string
  readonly words: string
}

/** 2026年11月26日 09时05分 */
export function timeWords(instant: string | undefined): string {
  if (instant === undefined) return ''
  const at = Temporal.Instant.from(instant).toZonedDateTimeISO(CHINA)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${at.year}年${at.month}月${at.day}日 ${two(at.hour)}时${two(at.minute)}分`
}

const resultWords: Readonly<Record<string, string>> = { ok: '未见问题', problem: '有问题', notSeen: '未查看' }

export const checkRows = (checklist: readonly CheckCode[], { fields }: VisitContent) => {
  const others = Object.keys(fields).flatMap(field => (field.startsWith('check.') ? [field.slice(6)] : []))
  return [...new Set([...checklist, ...others])].map(code => {
    const value = fields[`check.${code}`]
    return {
      what: checks[code as CheckCode].zh,
      result: resultWords[String(value?.['result'])] ?? '未查看',
      note: String(value?.['note'] ?? ''),
    }
  })
}

interface CodeRow {
  readonly code: string
  readonly verdict: CodeVerdict
  readonly licenceNo: string | null
  readonly sortedOn: string | null
}

/** Codes that both took back are left out. */
export const codeRows = (codes: readonly CodeRow[], { fields }: VisitContent): readonly Row[] =>
  codes
    .filter(({ code }) => fields[`code.${code}`]?.['seen'] === true)
    .map(({ code, verdict, licenceNo, sortedOn }) => ({
      label: code,
      words: `${codeVerdictLabels[verdict].zh}${licenceNo === null ? '' : `；证号 ${licenceNo}，${sortedOn ?? ''} 分拣`}`,
    }))

export function outcomeWords(value: FieldValue | undefined): string {
  const outcome = outcomeLabels[value?.['outcome'] as Outcome].zh
  const until = typeof value?.['rectifyBy'] === 'string' ? `，限 ${value['rectifyBy']} 前改正` : ''
  const words = String(value?.['words'] ?? '')
  return `${outcome}${until}。${words}`
}

const nameOf = (field: string): string => {
  if (field.startsWith('check.')) return checks[field.slice(6) as CheckCode].zh
  if (field.startsWith('code.')) return `条码 ${field.slice(5)}`
  return field === 'notes' ? '情况说明' : '检查结果'
}

/** What the retailer had not read when he signed. */
export function changedWords(read: string, content: VisitContent): string {
  const changed = fieldsChanged(read, content)
  if (changed === undefined) return '当事人签字时所读的内容无法比对。'
  return changed.length === 0
    ? ''
    : `当事人签字之后，下列内容有补充或者改动，未经当事人核对：${changed.map(nameOf).join('；')}。`
}
