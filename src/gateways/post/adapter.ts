import Type from 'typebox'
import type { PostCarrier } from '#modules/delivery'
import { ask } from '../ask.ts'

const Ordered = Type.Union([
  Type.Object({
    accepted: Type.Literal(true),
    orderId: Type.String({ maxLength: 100 }),
    mailNo: Type.String({ pattern: '^[A-Z0-9]{8,20}$' }),
  }),
  Type.Object({ accepted: Type.Literal(false), why: Type.String({ maxLength: 300 }) }),
])
const Events = Type.Object({
  events: Type.Array(
    Type.Object({
      orderId: Type.String({ maxLength: 100 }),
      mailNo: Type.String({ maxLength: 20 }),
      kind: Type.Enum(['accepted', 'inTransit', 'delivered', 'returned']),
      at: Type.String({ format: 'date-time' }),
      receiver: Type.Optional(Type.String({ maxLength: 60 })),
    }),
    { maxItems: 10_000 },
  ),
  cursor: Type.String({ maxLength: 200 }),
})

/** 邮政 (EMS) by HTTP (README.md). One order a number of ours, however often it is asked for. */
export const httpPostCarrier = (base: string | undefined, milliseconds?: number): PostCarrier => ({
  order: async parcel => {
    const heard = await ask(base, '/orders', Ordered, { method: 'POST', body: parcel, milliseconds })
    if ('why' in heard) return { kind: 'unavailable' }
    const { answer } = heard
    if (!answer.accepted) return { kind: 'refused', why: answer.why }
    // A label of somebody else's parcel would send the licence to the wrong door.
    return answer.orderId === parcel.orderId ? { kind: 'ordered', mailNo: answer.mailNo } : { kind: 'unavailable' }
  },
  eventsSince: async cursor => {
    const path = `/events?after=${encodeURIComponent(cursor ?? '')}`
    const heard = await ask(base, path, Events, { method: 'GET', milliseconds })
    return 'why' in heard ? { kind: 'unavailable' } : { kind: 'events', ...heard.answer }
  },
})
