import Type, { type Static } from 'typebox'
import { allow } from '#kernel/actor'
import type { Routes } from '#kernel/route'
import { aggregates, figurePeriods, figureUnits, opensKinds } from '../rules/figure.ts'

const Day = Type.String({ format: 'date' })
const Words = Type.Object({ zh: Type.String(), en: Type.String() })
export const TownCode = Type.String({ pattern: '^\\d{9}$' })
export const OrNull = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()])

export const FigureView = Type.Object({
  code: Type.String(),
  name: Words,
  formula: Words,
  unit: Type.Enum([...figureUnits]),
  aggregate: Type.Enum([...aggregates]),
  period: Type.Enum([...figurePeriods]),
  better: OrNull(Type.Enum(['up', 'down'])),
  /** The views its rows come from. */
  sources: Type.Array(Type.String()),
  /** 谁对它负责. */
  owner: Words,
  /** 依据或来源. */
  basis: Words,
  opens: Type.Enum([...opensKinds]),
  /** What is said instead of a number as long as there is none. */
  empty: OrNull(Words),
})
export type FigureView = Static<typeof FigureView>

export const FigureValue = Type.Object({
  code: Type.String(),
  value: OrNull(Type.Number()),
  counted: Type.Integer(),
})
export type FigureValue = Static<typeof FigureValue>

export const FigureReport = Type.Object({
  figures: Type.Array(FigureView),
  values: Type.Array(FigureValue),
  towns: Type.Array(Type.Object({ code: Type.String(), name: Type.String(), values: Type.Array(FigureValue) })),
  months: Type.Array(Type.Object({ month: Type.String(), values: Type.Array(FigureValue) })),
})
export type FigureReport = Static<typeof FigureReport>

export const FigureRow = Type.Object({
  ref: Type.String(),
  label: Type.String(),
  townName: Type.String(),
  day: OrNull(Type.String()),
  value: Type.Number(),
})
export type FigureRow = Static<typeof FigureRow>

const search = {
  from: Day,
  to: Day,
  town: Type.Optional(TownCode),
  service: Type.Optional(Type.String({ maxLength: 20 })),
  channel: Type.Optional(Type.Enum(['terminal', 'online', 'window', 'helper'])),
}
const group = Type.String({ pattern: '^[a-zA-Z]{2,30}$' })

export const routes = {
  definitions: {
    method: 'GET',
    url: '/api/metrics/definitions',
    allow: allow.anyStaff,
    summary: '指标口径：每个指标的名称、算法、来源、单位、期间、责任部门和依据',
    reply: Type.Object({
      groups: Type.Array(Type.Object({ code: Type.String(), name: Words, figures: Type.Array(FigureView) })),
    }),
  },
  report: {
    method: 'GET',
    url: '/api/metrics/report',
    allow: allow.anyStaff,
    summary: '一组指标：全县、分镇街、分月，由各领域公布的视图计算',
    query: Type.Object({ ...search, group }),
    reply: FigureReport,
  },
  compare: {
    method: 'GET',
    url: '/api/metrics/compare',
    allow: allow.anyStaff,
    summary: '同一组指标在上月或上年同期的值',
    query: Type.Object({ ...search, group, step: Type.Enum(['month', 'year']) }),
    reply: Type.Object({ from: Type.String(), to: Type.String(), values: Type.Array(FigureValue) }),
  },
  figureRows: {
    method: 'GET',
    url: '/api/metrics/figures/:code/rows',
    allow: allow.anyStaff,
    summary: '一个指标背后的每一行',
    params: Type.Object({ code: Type.String({ maxLength: 30 }) }),
    query: Type.Object({ ...search, page: Type.Integer({ minimum: 1, default: 1 }) }),
    reply: Type.Object({ figure: FigureView, value: FigureValue, items: Type.Array(FigureRow), total: Type.Integer() }),
  },
} as const satisfies Routes
