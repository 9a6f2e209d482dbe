import Type from 'typebox'
import type { MessageSender, Sent } from '#modules/access'
import { ask } from '../ask.ts'

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

/** 短信 by HTTP (README.md). Without an address nothing is sent and nothing is lost: the messages wait. */
export const httpMessageSender = (base: string | undefined, milliseconds?: number): MessageSender => ({
  send: async (message): Promise<Sent> => {
    const heard = await ask(base, '/messages', Handed, { method: 'POST', body: message, milliseconds })
    if ('why' in heard) return { kind: 'unavailable' }
    const { answer } = heard
    return answer.accepted ? { kind: 'accepted', providerId: answer.providerId } : { kind: 'refused', why: answer.why }
  },
  receiptsSince: async cursor => {
    const path = `/receipts?after=${encodeURIComponent(cursor)}`
    const heard = await ask(base, path, Receipts, { method: 'GET', milliseconds })
    return 'why' in heard ? null : heard.answer
  },
})
