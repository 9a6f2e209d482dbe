import Type, { type Static } from 'typebox'
import { allow } from '#kernel/actor'
import type { Routes } from '#kernel/route'
import { subjectKinds } from '../rules/indicators/indicator.ts'
import { HotspotsView } from './hotspots.ts'

const Nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const states = ['open', 'true', 'false', 'unclear', 'expired'] as const
const verdicts = ['true', 'false', 'unclear'] as const
/** The tables that come by the feed; lists of shops and schools come from the register. */
const fed = [
  'order_lines',
  'scans',
  'carton_finds',
  'inspections',
  'waybills',
  'vehicle_passes',
  'vessel_positions',
  'clues',
  'cases',
  'skus',
  'checkpoints',
] as const
const board = allow.staff('analyst', 'inspector', 'head')

/** 预警 as the board shows it. */
export const AlertView = Type.Object({
  id: Type.String(),
  kind: Type.String(),
  subjectKind: Type.Enum([...subjectKinds]),
  subject: Type.String(),
  shopName: Nullable(Type.String()),
  areaCode: Type.String(),
  town: Nullable(Type.String()),
  score: Type.Number(),
  reasons: Type.Array(Type.String()),
  evidence: Type.Array(
    Type.Object({
      code: Type.String(),
      say: Type.String(),
      /** What a person can check, by name: numbers, times and places. */
      facts: Type.Array(Type.Object({ name: Type.String(), value: Type.String() })),
    }),
  ),
  state: Type.Enum([...states]),
  raisedAt: Type.String(),
  expiresAt: Type.String(),
  verdictReason: Nullable(Type.String()),
})
export type AlertView = Static<typeof AlertView>

/** An indicator in words, and 误报率: of the alerts with this reason that were judged, how many were false. */
const IndicatorView = Type.Object({
  code: Type.String(),
  zh: Type.String(),
  en: Type.String(),
  meaning: Type.String(),
  source: Type.String(),
  judged: Type.Integer(),
  wrong: Type.Integer(),
})
export type IndicatorView = Static<typeof IndicatorView>

const Filters = {
  state: Type.Enum([...states], { default: 'open' }),
  kind: Type.Optional(Type.Enum([...subjectKinds])),
  reason: Type.Optional(Type.String({ pattern: '^[A-Z]\\d\\d$' })),
  town: Type.Optional(Type.String({ pattern: '^\\d{9}$' })),
}

/** 预警在图上: one point an alert; `near` where only the town is known and the point stands in its middle. */
const AlertPoint = Type.Object({
  id: Type.String(),
  subjectKind: Type.Enum([...subjectKinds]),
  subject: Type.String(),
  name: Nullable(Type.String()),
  score: Type.Number(),
  lng: Type.Number(),
  lat: Type.Number(),
  near: Type.Boolean(),
})
export type AlertPoint = Static<typeof AlertPoint>

export const routes = {
  listAlerts: {
    method: 'GET',
    url: '/api/monitoring/alerts',
    allow: board,
    summary: '市场预警',
    query: Type.Object({ ...Filters, page: Type.Integer({ minimum: 1, default: 1 }) }),
    reply: Type.Object({
      items: Type.Array(AlertView),
      total: Type.Integer(),
      indicators: Type.Array(IndicatorView),
      watchedAt: Nullable(Type.String()),
    }),
  },
  mapAlerts: {
    method: 'GET',
    url: '/api/monitoring/alerts/map',
    allow: board,
    summary: '市场预警在地图上的位置',
    query: Type.Object(Filters),
    reply: Type.Object({ points: Type.Array(AlertPoint), unplaced: Type.Integer() }),
  },
  hotspots: {
    method: 'GET',
    url: '/api/monitoring/hotspots',
    allow: board,
    summary: '热点、高峰和城乡变化',
    reply: Type.Object({ hotspots: Nullable(HotspotsView) }),
  },
  streamAlerts: {
    method: 'GET',
    url: '/api/monitoring/alerts/stream',
    allow: board,
    summary: '预警有变化时推送（server-sent events）',
    reply: {},
  },
  triageAlert: {
    method: 'POST',
    url: '/api/monitoring/alerts/:id/triage',
    allow: board,
    summary: '研判预警',
    params: Type.Object({ id: Type.String({ format: 'uuid' }) }),
    body: Type.Object(
      { verdict: Type.Enum([...verdicts]), reason: Type.String({ maxLength: 400 }) },
      { additionalProperties: false },
    ),
    reply: 'empty',
  },
  feedLake: {
    method: 'POST',
    url: '/api/monitoring/lake/:table',
    // 默认拒绝: what a partner sends is fed by one of us; its account opens no door but its own.
    allow: allow.staff('analyst', 'systemAdmin'),
    summary: '数据湖逐批接入：一批 CSV 文本，列同格式说明',
    params: Type.Object({ table: Type.Enum([...fed]) }),
    body: Type.Object({ csv: Type.String({ minLength: 1, maxLength: 2_400_000 }) }, { additionalProperties: false }),
    reply: Type.Object({
      batch: Type.String(),
      lines: Type.Integer(),
      already: Type.Boolean(),
      rejected: Type.Integer(),
      /** The first hundred; all of them are kept in the lake. */
      rejects: Type.Array(
        Type.Object({ line: Type.Integer(), column: Type.String(), value: Type.String(), reason: Type.String() }),
      ),
    }),
  },
} as const satisfies Routes
