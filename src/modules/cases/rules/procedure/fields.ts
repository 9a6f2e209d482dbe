import { cleanText } from '#kernel/chinese-text'
import { parseDate } from '#kernel/dates'
import { type Fen, fenOfYuan, formatYuan } from '#kernel/money'
import { ok, type Result, refuse } from '#kernel/refusal'
import type { CaseFile, Input, TakenStep, Words } from './case-file.ts'

/** One thing a step asks; the form of the page and the check of the server read the same row. Money is kept in fen. */
export interface Field extends Words {
  readonly key: string
  readonly type: 'words' | 'short' | 'day' | 'time' | 'choice' | 'two' | 'staff' | 'lines' | 'yes' | 'money'
  readonly options?: Readonly<Record<string, Words>>
  readonly optional?: true
}

export const words = (zh: string, en: string, key = 'words'): Field => ({ key, zh, en, type: 'words' })
export const short = (key: string, zh: string, en: string): Field => ({ key, zh, en, type: 'short' })
export const day = (key: string, zh: string, en: string): Field => ({ key, zh, en, type: 'day' })
export const time = (key: string, zh: string, en: string): Field => ({ key, zh, en, type: 'time' })
export const money = (key: string, zh: string, en: string): Field => ({ key, zh, en, type: 'money' })
export const yes = (key: string, zh: string, en: string): Field => ({ key, zh, en, type: 'yes' })
export const two = (key: string, zh: string, en: string): Field => ({ key, zh, en, type: 'two' })
export const staff = (key: string, zh: string, en: string): Field => ({ key, zh, en, type: 'staff' })
export const lines = (key: string, zh: string, en: string): Field => ({ key, zh, en, type: 'lines' })
export const choice = (key: string, zh: string, en: string, options: Readonly<Record<string, Words>>): Field => ({
  ...{ key, zh, en, options },
  type: 'choice',
})
export const optional = (field: Field): Field => ({ ...field, optional: true })

/** Nothing unasked is kept, nothing asked is missing, texts are made safe. */
export function readInput(asks: readonly Field[], given: Input): Result<Input> {
  const read: Record<string, Input[string]> = {}
  for (const field of asks) {
    const one = readOne(field, Object.hasOwn(given, field.key) ? given[field.key] : undefined)
    if (!one.ok) return one
    if (one.value !== undefined) read[field.key] = one.value
  }
  return ok(read)
}

function readOne(field: Field, value: Input[string] | undefined): Result<Input[string] | undefined> {
  const missing = refuse('caseFieldMissing', { field: field.zh, fieldEn: field.en })
  const none = value === undefined || value === '' || value === false || (Array.isArray(value) && value.length === 0)
  if (none) return field.optional ? ok(undefined) : missing
  if (field.type === 'yes') return value === true ? ok(true) : missing
  if (field.type === 'two' || field.type === 'lines') return readList(field, value, missing)
  if (typeof value !== 'string') return missing
  if (field.type === 'choice') return field.options && Object.hasOwn(field.options, value) ? ok(value) : missing
  if (field.type === 'staff') return /^[0-9a-zA-Z-]{1,40}$/.test(value) ? ok(value) : missing
  if (field.type === 'time') return /^([01]\d|2[0-3]):[0-5]\d$/.test(value) ? ok(value) : missing
  if (field.type === 'day') {
    const parsed = parseDate(value)
    return parsed.ok ? ok(parsed.value.toString()) : parsed
  }
  if (field.type === 'money') {
    const amount = fenOfYuan(value)
    return amount.ok ? ok(String(amount.value)) : amount
  }
  const text = cleanText(value, field.type === 'words' ? { max: 4000, lines: true } : { max: 80 })
  return !text.ok && text.refusal === 'textEmpty' ? (field.optional ? ok(undefined) : missing) : text
}

function readList(field: Field, value: Input[string], missing: Result<never>): Result<Input[string]> {
  if (!Array.isArray(value)) return missing
  const read: string[] = []
  for (const line of value as readonly string[]) {
    const text = cleanText(line, { max: 200 })
    if (!text.ok) return text.refusal === 'textEmpty' ? missing : text
    read.push(text.value)
  }
  if (field.type === 'two' && (read.length !== 2 || read[0] === read[1])) return refuse('caseTwoOfficers')
  return ok(read)
}

export const textIn = (input: Input, key: string): string => {
  const value = input[key]
  return typeof value === 'string' ? value : ''
}
export const listIn = (input: Input, key: string): readonly string[] => {
  const value = input[key]
  return Array.isArray(value) ? (value as readonly string[]) : []
}
export const fenIn = (input: Input, key: string): number => Number(textIn(input, key) || '0')
export const yuan = (amount: number): string => formatYuan(amount as Fen)

export const lastOf = (file: Pick<CaseFile, 'steps'>, ...events: readonly string[]): TakenStep | undefined =>
  file.steps.findLast(({ event }) => events.includes(event))

/** 本轮: since the case last came (back) to investigation; what was told before a return has to be told again. */
export function roundOf(file: Pick<CaseFile, 'steps'>): readonly TakenStep[] {
  const back = file.steps.findLastIndex(({ from, to }) => to === 'investigating' && from !== 'investigating')
  return back < 0 ? file.steps : file.steps.slice(back + 1)
}
export const inRound = (file: Pick<CaseFile, 'steps'>, ...events: readonly string[]): TakenStep | undefined =>
  roundOf(file).findLast(({ event }) => events.includes(event))
