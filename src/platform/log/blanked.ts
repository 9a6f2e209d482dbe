import { errorFields } from './error-fields.ts'

/** Whole keys, or their last word: `idNo`, `holderName`, `x-yzt-session`. Lower case without signs. */
const personal =
  /(?:idno|idnumber|idcard|citizenid|name|phone|mobile|address|birthday|birthdate|email|photo|portrait|face|token|secret|password|code|otp|session|cookie|authorization|signature|privatekey|wrappedkey|key)$/u

const deepest = 6

/** Values under these keys are left for pino's serializers, which keep a fixed list of fields. */
const serialised = new Set(['req', 'res', 'err'])

/** A copy of the fields of one log line in which everything under a personal key reads 〔隐去〕. */
export function blanked(fields: Record<string, unknown>): Record<string, unknown> {
  return mapped(fields, (key, value) => (serialised.has(key) ? value : cleaned(key, value, 1)))
}

function cleaned(key: string, value: unknown, depth: number): unknown {
  if (personal.test(key.toLowerCase().replaceAll(/[^a-z]/gu, ''))) return '〔隐去〕'
  if (value instanceof Error) return errorFields(value)
  if (typeof value !== 'object' || value === null) return value
  if (depth >= deepest) return '〔太深〕'
  if (Array.isArray(value)) return value.slice(0, 100).map(item => cleaned('', item, depth + 1))
  const prototype: unknown = Object.getPrototypeOf(value)
  // A request, a pool, a buffer: nobody knows what hangs on it.
  if (prototype !== Object.prototype && prototype !== null) return `〔${value.constructor.name}〕`
  return mapped(value, (inner, item) => cleaned(inner, item, depth + 1))
}

function mapped(fields: object, change: (key: string, value: unknown) => unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, change(key, value)]))
}
