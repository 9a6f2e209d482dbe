import Type, { type Static } from 'typebox'
import { allow } from '#kernel/actor'
import type { Routes } from '#kernel/route'

const Day = Type.String({ format: 'date' })
const Words = Type.Object({ zh: Type.String(), en: Type.String() })

export const FigureView = Type.Object({
  code: Type.String(),
  name: Words,
  formula: Words,
  unit: Type.Enum(['cases', 'minutes', 'workingDays', 'share', 'metres']),
  aggregate: Type.Enum(['count', 'median', 'p90', 'share']),
  sources: Type.Array(Type.String()),
  owner: Words,
})
export type FigureView = Static<typeof FigureView>

const FigureValue = Type.Object({
  code: Type.String(),
  value: Type.Union([Type.Number(), Type.Null()]),
  counted: Type.Integer(),
})
export type FigureValue = Static<typeof FigureValue>

export const ServiceReport = Type.Object({
  figures: Type.Array(FigureView),
  values: Type.Array(FigureValue),
  towns: Type.Array(Type.Object({ code: Type.String(), name: Type.String(), values: Type.Array(FigureValue) })),
  months: Type.Array(Type.Object({ month: Type.String(), values: Type.Array(FigureValue) })),
})
export type ServiceReport = Static<typeof ServiceReport>

const search = {
  from: Day,
  to: Day,
  town: Type.Optional(Type.String({ pattern: '^\\d{9}$' })),
  service: Type.Optional(Type.String({ maxLength: 20 })),
  channel: Type.Optional(Type.Enum(['terminal', 'online', 'window', 'helper'])),
}

export const routes = {
  serviceReport: {
    method: 'GET',
    url: '/api/metrics/service',
    allow: allow.anyStaff,
    summary: '服务指标：全县、分镇街、分月，由办件事件计算',
    query: Type.Object(search),
    reply: ServiceReport,
  },
  serviceCases: {
    method: 'GET',
    url: '/api/metrics/service/:code/cases',
    allow: allow.anyStaff,
    summary: '一个指标背后的办件',
    params: Type.Object({ code: Type.String({ maxLength: 30 }) }),
    query: Type.Object({ ...search, page: Type.Integer({ minimum: 1, default: 1 }) }),
    reply: Type.Object({
      figure: FigureView,
      value: FigureValue,
      items: Type.Array(
        Type.Object({
          applicationNo: Type.String(),
          service: Type.String(),
          channel: Type.String(),
          townName: Type.String(),
          day: Type.String(),
          value: Type.Number(),
        }),
      ),
      total: Type.Integer(),
    }),
  },
} as const satisfies Routes
