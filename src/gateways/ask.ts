import type { Static, TSchema } from 'typebox'
import { Value } from 'typebox/value'

const MAX_ANSWER_BYTES = 2_000_000
const patienceMs = 3_000

export interface Question {
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly body?: unknown
  /** 3 s unless told. */
  readonly milliseconds?: number | undefined
  readonly signal?: AbortSignal
}

/** What came of asking: an answer of the agreed shape, or in plain words why there is none. */
export type Heard<T> = { readonly answer: T } | { readonly why: string }

/**
 * Asks an outside system once, by HTTP. Not configured, slow, down, too large and garbage are all "no answer", each with
 * its words for the page 外部系统; nothing of what was asked or answered is logged.
 */
export async function ask<S extends TSchema>(
  base: string | undefined,
  path: string,
  schema: S,
  question: Question,
): Promise<Heard<Static<S>>> {
  if (base === undefined) return { why: '还没有接通' }
  let text: string
  try {
    const limit = AbortSignal.timeout(question.milliseconds ?? patienceMs)
    const response = await fetch(base.replace(/\/$/, '') + path, {
      method: question.method,
      redirect: 'error',
      signal: question.signal ? AbortSignal.any([question.signal, limit]) : limit,
      headers: { 'content-type': 'application/json' },
      ...(question.body === undefined ? {} : { body: JSON.stringify(question.body) }),
    })
    if (!response.ok) return { why: `对方答复 ${response.status}` }
    text = await response.text()
  } catch (error) {
    const late = error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError')
    return { why: late ? '等不到对方答复' : '连不上对方' }
  }
  return text.length > MAX_ANSWER_BYTES ? { why: '对方的答复太大' } : parse(text, schema)
}

function parse<S extends TSchema>(text: string, schema: S): Heard<Static<S>> {
  try {
    const answer: unknown = JSON.parse(text)
    return Value.Check(schema, answer) ? { answer } : { why: '对方的答复不合约定' }
  } catch {
    return { why: '对方的答复不合约定' }
  }
}
