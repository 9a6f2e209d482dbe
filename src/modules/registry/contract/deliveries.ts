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

/** 帮办预约、送证下乡日预约 made for this shop, as delivery publishes them: not who booked. */
const Booking = Type.Object({
  id: Type.String(),
  kind: Type.Enum(['village', 'helper']),
  day: Type.String(),
  fromMinute: Type.Integer(),
  toMinute: Type.Integer(),
  place: Type.String(),
  topic: Type.String(),
  state: Type.Enum(['booked', 'cancelled', 'done']),
})
export type Booking = Static<typeof Booking>

export const deliveryRoutes = {
  deliveriesOfShop: {
    method: 'GET',
    url: '/api/registry/retailers/:licenceNo/deliveries',
    allow: allow.staff('window', 'head', 'courier'),
    summary: '一户的送达件和预约',
    params: Type.Object({ licenceNo: Type.String({ pattern: '^\\d{12}$' }) }),
    reply: Type.Object({ items: Type.Array(Delivery), bookings: Type.Array(Booking) }),
  },
} as const satisfies Routes
