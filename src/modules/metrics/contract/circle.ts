import Type, { type Static } from 'typebox'
import { allow } from '#kernel/actor'
import type { Routes } from '#kernel/route'
import { pointSets, reaches, siteKinds, sitingStates } from '../rules/siting.ts'
import { OrNull, TownCode } from './figures.ts'

const Place = { lng: Type.Number(), lat: Type.Number() }
const Share = { shops: Type.Integer(), within: Type.Integer() }

export const CircleView = Type.Object({
  ...Share,
  /** Straight metres that count as inside. */
  withinMetres: Type.Number(),
  detourFactor: Type.Number(),
  kmPerHour: Type.Number(),
  minutes: Type.Number(),
  /** How near counts as near, and how long ago a working terminal was heard at most. */
  nearMetres: Type.Number(),
  workingHours: Type.Number(),
  medianMetres: OrNull(Type.Number()),
  towns: Type.Array(
    Type.Object({ code: Type.String(), name: Type.String(), ...Share, medianMetres: OrNull(Type.Number()) }),
  ),
  /** Shops outside, the farthest first. */
  gaps: Type.Array(Type.Object({ licenceNo: Type.String(), name: Type.String(), metres: Type.Number(), ...Place })),
  points: Type.Array(
    Type.Object({ code: Type.String(), name: Type.String(), kind: Type.String(), working: Type.Boolean(), ...Place }),
  ),
})
export type CircleView = Static<typeof CircleView>

export const SitingResult = Type.Object({
  /** Proved to be the best there is; false: the best found in the time. */
  exact: Type.Boolean(),
  seconds: Type.Number(),
  shops: Type.Integer(),
  before: Type.Integer(),
  after: Type.Integer(),
  candidates: Type.Integer(),
  sites: Type.Array(
    Type.Object({
      ...Place,
      name: Type.String(),
      kind: Type.Enum([...siteKinds]),
      townName: Type.String(),
      /** Shops that come inside by this place, counted once in the order of the list. */
      gains: Type.Integer(),
      metresBefore: Type.Number(),
      metresAfter: Type.Number(),
    }),
  ),
})
export type SitingResult = Static<typeof SitingResult>

export const SitingView = Type.Object({
  id: Type.String(),
  state: Type.Enum([...sitingStates]),
  progress: Type.Integer(),
  phase: Type.String(),
  count: Type.Integer(),
  points: Type.Enum([...pointSets]),
  withinMetres: Type.Number(),
  askedAt: Type.String(),
  result: OrNull(SitingResult),
})
export type SitingView = Static<typeof SitingView>

const asked = { points: Type.Enum([...pointSets]), reach: Type.Enum([...reaches]) }

export const circleRoutes = {
  circle: {
    method: 'GET',
    url: '/api/metrics/circle',
    allow: allow.anyStaff,
    summary: '服务圈：覆盖率、空白处和服务点',
    query: Type.Object({ ...asked, town: Type.Optional(TownCode) }),
    reply: CircleView,
  },
  latestSiting: {
    method: 'GET',
    url: '/api/metrics/sitings/latest',
    allow: allow.anyStaff,
    summary: '最近一次选址计算',
    reply: Type.Object({ siting: OrNull(SitingView) }),
  },
  startSiting: {
    method: 'POST',
    url: '/api/metrics/sitings',
    allow: allow.staff('head', 'analyst', 'systemAdmin'),
    summary: '计算下一批终端放在哪里最好',
    body: Type.Object({ ...asked, count: Type.Integer({ minimum: 1, maximum: 50 }) }, { additionalProperties: false }),
    reply: Type.Object({ id: Type.String() }),
  },
  cancelSiting: {
    method: 'POST',
    url: '/api/metrics/sitings/:id/cancellation',
    allow: allow.staff('head', 'analyst', 'systemAdmin'),
    summary: '停止选址计算',
    params: Type.Object({ id: Type.String({ format: 'uuid' }) }),
    reply: 'empty',
  },
} as const satisfies Routes
