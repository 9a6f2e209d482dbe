import Type, { type Static } from 'typebox'
import { allow } from '#kernel/actor'
import type { Routes } from '#kernel/route'
import { Id, strict } from './shapes.ts'

/** 怎么告知的, where a message reached nobody. */
export const toldWays = {
  call: { zh: '打电话', en: 'By telephone' },
  visit: { zh: '上门', en: 'At the shop' },
  counter: { zh: '到窗口时', en: 'At the counter' },
} as const
export type ToldWay = keyof typeof toldWays
const ToldWay = Type.Enum(Object.keys(toldWays) as ToldWay[])
const Nullable = <T extends Type.TSchema>(type: T) => Type.Union([type, Type.Null()])

/** 一条短信 about a shop, with its receipt; neither number nor words. */
export const MessageView = Type.Object({
  id: Id,
  kind: Type.String(),
  state: Type.Enum(['queued', 'sent', 'delivered', 'failed']),
  /** `noPhone` where no number is on file; else in the words of the provider. */
  error: Nullable(Type.String()),
  at: Type.String(),
  settledAt: Nullable(Type.String()),
  toldHow: Nullable(ToldWay),
  toldAt: Nullable(Type.String()),
})
export type MessageView = Static<typeof MessageView>

/** 没有送达的到期提醒 of a licence that still ends on that day. */
export const UnreachedView = Type.Object({
  id: Id,
  licenceNo: Type.String(),
  shopName: Type.String(),
  townName: Type.String(),
  validTo: Type.String(),
  error: Nullable(Type.String()),
  at: Type.String(),
})
export type UnreachedView = Static<typeof UnreachedView>

const officers = allow.staff('window', 'reviewer', 'inspector', 'head')

export const messageRoutes = {
  messagesOfShop: {
    method: 'GET',
    url: '/api/access/messages-of/:licenceNo',
    allow: officers,
    summary: '发给一户的短信和回执',
    params: Type.Object({ licenceNo: Type.String({ maxLength: 12 }) }),
    reply: Type.Object({ items: Type.Array(MessageView) }),
  },
  unreached: {
    method: 'GET',
    url: '/api/access/unreached-reminders',
    allow: officers,
    summary: '没有送达的到期提醒',
    reply: Type.Object({ items: Type.Array(UnreachedView) }),
  },
  noteTold: {
    method: 'POST',
    url: '/api/access/messages/:id/told',
    allow: officers,
    summary: '记录已用别的办法告知',
    params: Type.Object({ id: Id }),
    body: Type.Object({ how: ToldWay }, strict),
    reply: Type.Object({ items: Type.Array(UnreachedView) }),
  },
} as const satisfies Routes
