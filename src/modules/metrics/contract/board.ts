import Type, { type Static } from 'typebox'
import { allow } from '#kernel/actor'
import type { Routes } from '#kernel/route'
import { eventKinds, promiseKinds } from '../rules/board.ts'
import { OrNull, TownCode } from './figures.ts'

const town = Type.Optional(TownCode)

export const BoardEvent = Type.Object({
  at: Type.String(),
  kind: Type.Enum([...eventKinds]),
  ref: Type.String(),
  /** Service, indicator, outcome: a code that the front end has words for. */
  about: Type.String(),
  townName: Type.String(),
})
export type BoardEvent = Static<typeof BoardEvent>

export const Promised = Type.Object({
  kind: Type.Enum([...promiseKinds]),
  ref: Type.String(),
  about: Type.String(),
  townName: Type.String(),
  dueOn: Type.String(),
  /** Working days left; negative once it is late; null where the holidays of that year are not published. */
  daysLeft: OrNull(Type.Integer()),
})
export type Promised = Static<typeof Promised>

export const BoardMap = Type.Object({
  points: Type.Array(
    Type.Object({
      code: Type.String(),
      name: Type.String(),
      kind: Type.String(),
      lng: Type.Number(),
      lat: Type.Number(),
      working: Type.Boolean(),
    }),
  ),
  alerts: Type.Array(
    Type.Object({
      id: Type.String(),
      name: Type.String(),
      score: Type.Number(),
      lng: Type.Number(),
      lat: Type.Number(),
    }),
  ),
})
export type BoardMap = Static<typeof BoardMap>

export const boardRoutes = {
  boardEvents: {
    method: 'GET',
    url: '/api/metrics/board/events',
    allow: allow.anyStaff,
    summary: '大屏：最近七天的事件，最新的在前',
    query: Type.Object({ town }),
    reply: Type.Object({ items: Type.Array(BoardEvent) }),
  },
  boardPromises: {
    method: 'GET',
    url: '/api/metrics/board/promises',
    allow: allow.anyStaff,
    summary: '大屏：已超期和将到期的承诺',
    query: Type.Object({ town }),
    reply: Type.Object({ late: Type.Integer(), soon: Type.Integer(), items: Type.Array(Promised) }),
  },
  boardMap: {
    method: 'GET',
    url: '/api/metrics/board/map',
    allow: allow.anyStaff,
    summary: '大屏：服务点和待研判的预警在图上的位置',
    query: Type.Object({ town }),
    reply: BoardMap,
  },
  monthlyReport: {
    method: 'GET',
    url: '/api/metrics/monthly-report',
    allow: allow.anyStaff,
    summary: '月报（PDF）：指标、图和由指标写成的说明',
    query: Type.Object({ month: Type.String({ pattern: '^20\\d{2}-(0[1-9]|1[0-2])$' }) }),
    reply: 'pdf',
  },
  boardStream: {
    method: 'GET',
    url: '/api/metrics/board/stream',
    allow: allow.anyStaff,
    summary: '大屏推送（SSE）：哪个领域有了新的事',
    reply: {},
  },
} as const satisfies Routes
