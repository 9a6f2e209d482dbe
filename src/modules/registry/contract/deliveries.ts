import Type, { type Static } from 'typebox'
import { allow } from '#kernel/actor'
import type { Routes } from '#kernel/route'

const Nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()])

/** 一件送达 of a shop, as delivery publishes it: no field of a person. */
const Delivery = Type.Object({
  itemNo: Type.String(),
  applicationNo: Type.String(),
  mode: Type.Enum(['pickup', 'post', 'door', 'electronic']),
  state: Type.String(),
  receivedOn: Type.String(),
  servedOn: Nullable(Type.String()),
  serveBy: Nullable(Type.String()),
  attempts: Type.Integer(),
})
export type Delivery = Static<typeof Delivery>

export const deliveryRoutes = {
  deliveriesOfShop: {
    method: 'GET',
    url: '/api/registry/retailers/:licenceNo/deliveries',
    allow: allow.staff('window', 'head', 'courier'),
    summary: '一户的送达件',
    params: Type.Object({ licenceNo: Type.String({ pattern: '^\\d{12}$' }) }),
    reply: Type.Object({ items: Type.Array(Delivery) }),
  },
} as const satisfies Routes
