import Type, { type TSchema } from 'typebox'
import { Value } from 'typebox/value'
import type { MessageSender, Sent } from '#modules/access'

const Handed = Type.Union([
  Type.Object({ accepted: Type.Literal(true), providerId: Type.String({ minLength: 1, maxLength: 100 }) }),
  Type.Object({ accepted: Type.Literal(false), why: Type.String({ maxLength: 300 }) }),
])
const Receipts = Type.Object({
  receipts: Type.Array(
    Type.Object({ providerId: Type.String({ maxLength: 100 }), outcome: Type.Enum(['delivered', 'failed']) }),
    { maxItems: 10_000 },
  ),
  cursor: Type.String({ maxLength: 200 }),
})

const MAX_ANSWER_BYTES = 2_000_000
const patienceMs = 3_000

/** 短信 by HTTP (README.md). Without an address nothing is sent and nothing is lost: the messages wait. */
export const httpMessageSender = (base: string | undefined, milliseconds = patienceMs): MessageSender => ({
  send: async (message): Promise<Sent> => {
    const body = JSON.stringify(message)
    const answer = await ask(base, '/messages', Handed, { method: 'POST', body, milliseconds })
    if (answer === null) return { kind: 'unavailable' }
    return answer.accepted ? { kind: 'accepted', providerId: answer.providerId } : { kind: 'refused', why: answer.why }
  },
  receiptsSince: cursor =>
    ask(base, `/receipts?after=${encodeURIComponent(cursor)}`, Receipts, { method: 'GET', milliseconds }),
})

async function ask<S extends TSchema>(
  base: string | undefined,
  path: string,
  schema: S,
  how: { method: string; body?: string; milliseconds: number },
): Promise<Type.Static<S> | null> {
  if (base === undefined) return null
  try {
    const response = await fetch(base.replace(/\/$/, '') + path, {
      method: how.method,
      redirect: 'error',
      signal: AbortSignal.timeout(how.milliseconds),
      headers: { 'content-type': 'application/json' },
      ...(how.body === undefined ? {} : { body: how.body }),
    })
    const text = response.ok ? await response.text() : ''
    if (text.length > MAX_ANSWER_BYTES) return null
    const answer: unknown = JSON.parse(text)
    return Value.Check(schema, answer) ? answer : null
  } catch {
    return null
  }
}
