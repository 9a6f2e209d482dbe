import { cleanText } from '#kernel/chinese-text'
import { parseDate } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import type { Field, Input, Words } from './file.ts'

export const words = (zh: string, en: string, key = 'words'): Field => ({ key, zh, en, type: 'words' })
export const short = (key: string, zh: string, en: string): Field => ({ key, zh, en, type: 'short' })
export const day = (key: string, zh: string, en: string): Field => ({ key, zh, en, type: 'day' })
export const choice = (key: string, zh: string, en: string, options: Readonly<Record<string, Words>>): Field => ({
  key,
  zh,
  en,
  type: 'choice',
  options,
})
export const optional = (field: Field): Field => ({ ...field, optional: true })

/** Reads what was given by what is asked: nothing unasked is kept, nothing asked is missing, texts are made safe. */
export function readInput(asks: readonly Field[], given: Input): Result<Input> {
  const read: Record<string, string | readonly string[] | boolean> = {}
  for (const field of asks) {
    const value = Object.hasOwn(given, field.key) ? given[field.key] : undefined
    const one = readOne(field, value)
    if (!one.ok) return one
    if (one.value !== undefined) read[field.key] = one.value
  }
  return ok(read)
}

type Value = Input[string]

function readOne(field: Field, value: Value | undefined): Result<Value | undefined> {
  const missing = refuse('creditFieldMissing', { field: field.zh, fieldEn: field.en })
  const none = value === undefined || value === '' || value === false || (Array.isArray(value) && value.length === 0)
  if (none) return field.optional ? ok(undefined) : missing
  if (field.type === 'yes') return value === true ? ok(true) : missing
  if (field.type === 'lines' || field.type === 'staff') return readList(field, value, missing)
  if (typeof value !== 'string') return missing
  if (field.type === 'choice') return field.options && Object.hasOwn(field.options, value) ? ok(value) : missing
  if (field.type === 'day') {
    const parsed = parseDate(value)
    return parsed.ok ? ok(parsed.value.toString()) : parsed
  }
  const text = cleanText(value, field.type === 'words' ? { max: 1000, lines: true } : { max: 80 })
  return !text.ok && text.refusal === 'textEmpty' ? (field.optional ? ok(undefined) : missing) : text
}

function readList(field: Field, value: Value, missing: Result<never>): Result<Value> {
  if (!Array.isArray(value)) return missing
  const lines: string[] = []
  for (const line of value as readonly string[]) {
    const text = cleanText(line, { max: 200 })
    if (!text.ok) return text.refusal === 'textEmpty' ? missing : text
    lines.push(text.value)
  }
  if (field.type === 'staff' && (lines.length !== 2 || lines[0] === lines[1])) return refuse('creditTwoOfficers')
  return ok(lines)
}

export const textIn = (input: Input, key: string): string => {
  const value = input[key]
  return typeof value === 'string' ? value : ''
}
export const listIn = (input: Input, key: string): readonly string[] => {
  const value = input[key]
  return Array.isArray(value) ? (value as readonly string[]) : []
}
