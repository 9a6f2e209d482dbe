import Type, { type Static } from 'typebox'
import { allow } from '#kernel/actor'
import type { Routes } from '#kernel/route'
import { graphReaders } from '../rules/graph/access.ts'
import { Day as DayText, GraphNode, OrNull, Reason } from './graph-shapes.ts'

const readers = allow.staff(...graphReaders)
const Day = Type.Optional(DayText)

export const GraphHit = Type.Object({
  id: Type.Integer(),
  state: Type.Enum(['open', 'confirmed', 'dismissed']),
  raisedAt: Type.String(),
  low: GraphNode,
  high: GraphNode,
  matterNo: Type.String(),
  mine: Type.Boolean(),
  /** 理由: what they meet in, and which records say so. */
  via: Type.Array(Type.Object({ node: GraphNode, fresh: Type.String(), known: Type.String() })),
  reason: OrNull(Type.String()),
  decidedAt: OrNull(Type.String()),
  /** Given where the reader was told of it; whoever decides it was not told may still read it. */
  told: OrNull(
    Type.Object({
      as: Type.Enum(['handler', 'analyst']),
      at: Type.String(),
      seenAt: OrNull(Type.String()),
    }),
  ),
})
export type GraphHit = Static<typeof GraphHit>

/** 碰撞命中: what collided, who was told, and what he said of it. */
export const hitRoutes = {
  list: {
    method: 'GET',
    url: '/api/intelligence/graph/hits',
    allow: readers,
    summary: '碰撞命中',
    query: Type.Object({ state: Type.Optional(Type.Enum(['open', 'confirmed', 'dismissed'])) }),
    reply: Type.Object({ items: Type.Array(GraphHit), open: Type.Integer() }),
  },
  count: {
    method: 'GET',
    url: '/api/intelligence/graph/notices',
    allow: readers,
    summary: '告诉我的碰撞：几件还没看',
    reply: Type.Object({ unseen: Type.Integer() }),
  },
  stream: {
    method: 'GET',
    url: '/api/intelligence/graph/notices/stream',
    allow: readers,
    summary: '有新的碰撞时推送（server-sent events）',
    reply: {},
  },
  see: {
    method: 'POST',
    url: '/api/intelligence/graph/hits/:id/seen',
    allow: readers,
    summary: '已知悉一次碰撞',
    params: Type.Object({ id: Type.Integer({ minimum: 1 }) }),
    body: Type.Object({}, { additionalProperties: false }),
    reply: Type.Object({ id: Type.Integer() }),
  },
  figures: {
    method: 'GET',
    url: '/api/intelligence/graph/hit-figures',
    allow: readers,
    summary: '碰撞的数字：命中、多快告知、已知悉、确认、排除',
    query: Type.Object({ from: Day, to: Day }),
    reply: Type.Object({
      ...{ raised: Type.Integer(), told: Type.Integer(), seen: Type.Integer() },
      ...{ confirmed: Type.Integer(), dismissed: Type.Integer() },
      ...{ secondsMiddle: OrNull(Type.Number()), secondsMost: OrNull(Type.Number()) },
    }),
  },
  decide: {
    method: 'POST',
    url: '/api/intelligence/graph/hits/:id/decision',
    allow: readers,
    summary: '确认或者排除一次碰撞，写明理由',
    params: Type.Object({ id: Type.Integer({ minimum: 1 }) }),
    body: Type.Object({ verdict: Type.Enum(['confirmed', 'dismissed']), reason: Reason }),
    reply: Type.Object({ id: Type.Integer() }),
  },
} as const satisfies Routes
