import type { Citation } from './citation.ts'

/** What a refusal may carry: plain facts for its text, never personal data (it is logged and sent to browsers). */
export type RefusalDetails = Readonly<Record<string, string | number | boolean>>

/** A "no" with a name (拒绝). Returned as a value; only surprises are thrown. */
export interface Refusal<N extends string = string> {
  readonly ok: false
  readonly refusal: N
  readonly details?: RefusalDetails
}

export interface Success<T> {
  readonly ok: true
  readonly value: T
}

export type Result<T, N extends string = string> = Success<T> | Refusal<N>

/** The names a function may refuse with: `RefusalNames<ReturnType<typeof parseDate>>`. */
export type RefusalNames<R> = R extends Refusal<infer N> ? N : never

export function ok<T>(value: T): Success<T> {
  return { ok: true, value }
}

export function refuse<N extends string>(name: N, details?: RefusalDetails): Refusal<N> {
  return details === undefined ? { ok: false, refusal: name } : { ok: false, refusal: name, details }
}

/** `title` says 发生了什么, `next` says 接下来怎么办; both may hold `{name}` placeholders filled from the details. */
export interface RefusalText {
  readonly title: string
  readonly next: string
}

/** How one refusal leaves the system: its HTTP status, its words in both languages and the articles behind it. */
export interface RefusalEntry {
  readonly status: 400 | 401 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 423 | 428 | 429 | 503
  readonly zh: RefusalText
  readonly en: RefusalText
  readonly basis?: readonly Citation[]
}

export type RefusalTable = Readonly<Record<string, RefusalEntry>>

/**
 * Fills `{name}` placeholders. A placeholder without a detail stays as written: a visible fault in our own text
 * is found and mended, a silent gap in a legal notice is not.
 */
export function fillText(template: string, details: RefusalDetails = {}): string {
  return template.replace(/\{(\w+)\}/gu, (whole, name: string) =>
    Object.hasOwn(details, name) ? String(details[name]) : whole,
  )
}
