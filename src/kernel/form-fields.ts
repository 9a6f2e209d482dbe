import { cleanText } from './chinese-text.ts'
import { parseDate } from './dates.ts'
import { fenOfYuan } from './money.ts'
import { ok, type Result, refuse } from './refusal.ts'

export interface Words {
  readonly zh: string
  readonly en: string
}

/** 每一步要填的一项: the form of the page and the check of the server read the same row. Money is given in yuan and kept in fen. */
export interface FormField<Type extends FieldType = FieldType> extends Words {
  readonly key: string
  readonly type: Type
  readonly options?: Readonly<Record<string, Words>>
  readonly optional?: true
}

/** `two` are two different people, `staff` one. */
export type FieldType = 'words' | 'short' | 'day' | 'time' | 'choice' | 'two' | 'staff' | 'lines' | 'yes' | 'money'

export type FormInput = Readonly<Record<string, string | readonly string[] | boolean>>
type Value = FormInput[string]

/** What a domain says in its own words where something is missing or one person is named twice, and how much text it keeps. */
export interface FieldRules {
  readonly missing: string
  readonly twoNeeded: string
  readonly longest: number
}

/** Nothing unasked is kept, nothing asked is missing, texts are made safe. */
export function readFields(asks: readonly FormField[], given: FormInput, rules: FieldRules): Result<FormInput> {
  const read: Record<string, Value> = {}
  for (const field of asks) {
    const one = readOne(field, Object.hasOwn(given, field.key) ? given[field.key] : undefined, rules)
    if (!one.ok) return one
    if (one.value !== undefined) read[field.key] = one.value
  }
  return ok(read)
}

function readOne(field: FormField, value: Value | undefined, rules: FieldRules): Result<Value | undefined> {
  const missing = refuse(rules.missing, { field: field.zh, fieldEn: field.en })
  const none = value === undefined || value === '' || value === false || (Array.isArray(value) && value.length === 0)
  if (none) return field.optional ? ok(undefined) : missing
  if (field.type === 'yes') return value === true ? ok(true) : missing
  if (field.type === 'two' || field.type === 'lines') return readList(field, value, { missing, rules })
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
  const text = cleanText(value, field.type === 'words' ? { max: rules.longest, lines: true } : { max: 80 })
  return !text.ok && text.refusal === 'textEmpty' ? (field.optional ? ok(undefined) : missing) : text
}

interface ListRules {
  readonly missing: Result<never>
  readonly rules: FieldRules
}

function readList({ type }: FormField, value: Value, { missing, rules }: ListRules): Result<Value> {
  if (!Array.isArray(value)) return missing
  const read: string[] = []
  for (const line of value as readonly string[]) {
    const text = cleanText(line, { max: 200 })
    if (!text.ok) return text.refusal === 'textEmpty' ? missing : text
    read.push(text.value)
  }
  return type === 'two' && (read.length !== 2 || read[0] === read[1]) ? refuse(rules.twoNeeded) : ok(read)
}

/** The row of a kind of field, for tables of steps. */
export const fieldOf =
  <Type extends FieldType>(type: Type) =>
  (key: string, zh: string, en: string): FormField<Type> => ({ key, zh, en, type })

export const choice = (
  key: string,
  zh: string,
  en: string,
  options: Readonly<Record<string, Words>>,
): FormField<'choice'> => ({ ...{ key, zh, en, options }, type: 'choice' })

export const words = (zh: string, en: string, key = 'words'): FormField<'words'> => ({ key, zh, en, type: 'words' })

export const optional = <Field extends FormField>(field: Field): Field => ({ ...field, optional: true })

export const textIn = (input: FormInput, key: string): string => {
  const value = input[key]
  return typeof value === 'string' ? value : ''
}
export const listIn = (input: FormInput, key: string): readonly string[] => {
  const value = input[key]
  return Array.isArray(value) ? (value as readonly string[]) : []
}
