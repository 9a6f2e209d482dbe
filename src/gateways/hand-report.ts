import Type from 'typebox'
import type { Handed } from '#modules/exchange'
import { ask } from './ask.ts'

const Reply = Type.Union([
  Type.Object({
    accepted: Type.Literal(true),
    id: Type.String({ maxLength: 100 }),
    receiptNo: Type.String({ minLength: 1, maxLength: 100 }),
  }),
  Type.Object({
    accepted: Type.Literal(false),
    id: Type.String({ maxLength: 100 }),
    why: Type.String({ maxLength: 300 }),
  }),
])

/**
 * Hands one report over. The answer names our own number: one about another number is nobody's answer, and the report
 * waits. The same number again is the same report, so an answer that was lost may be asked for again.
 */
export async function handReport(
  base: string | undefined,
  path: string,
  report: { readonly id: string; readonly body: unknown; readonly milliseconds?: number | undefined },
): Promise<Handed> {
  const { id, body, milliseconds } = report
  const heard = await ask(base, path, Reply, { method: 'POST', body, milliseconds })
  if ('why' in heard) return { kind: 'unavailable', why: heard.why }
  const { answer } = heard
  if (answer.id !== id) return { kind: 'unavailable', why: '对方答的不是这一件' }
  return answer.accepted
    ? { kind: 'accepted', receiptNo: answer.receiptNo }
    : { kind: 'refused', why: answer.why || '对方没有说明原因' }
}
