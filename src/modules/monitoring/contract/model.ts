import Type, { type Static } from 'typebox'
import { allow } from '#kernel/actor'
import type { Routes } from '#kernel/route'
import { type ModelState, modelMoveNames, modelMoves } from '../rules/model-moves.ts'

const Nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const strict = { additionalProperties: false } as const
const states = Object.keys(modelMoves) as ModelState[]
const readers = allow.staff('analyst', 'inspector', 'head', 'legal')
const keepers = allow.staff('analyst', 'head')

/** 检查率 of one group: if the first of the order were visited, or of the visits that were made. */
const Rate = Type.Object({
  dimension: Type.String(),
  group: Type.String(),
  shops: Type.Integer(),
  visited: Type.Integer(),
  ratio: Type.Number(),
  exceeds: Type.Boolean(),
})
export type RateView = Static<typeof Rate>

/** 回测 on visits that the model had not seen. */
const Test = Type.Object({
  visits: Type.Integer(),
  windows: Type.Integer(),
  auc: Type.Number(),
  /** 95 % interval of the AUC. */
  between: Type.Optional(Type.Tuple([Type.Number(), Type.Number()])),
  priorAuc: Type.Number(),
  loss: Type.Number(),
  priorLoss: Type.Number(),
  lift: Type.Optional(
    Type.Object({
      visits: Type.Integer(),
      first: Type.Integer(),
      firstRate: Type.Number(),
      armRate: Type.Number(),
      ratio: Type.Number(),
      low: Type.Number(),
      high: Type.Number(),
    }),
  ),
  calibration: Type.Array(Type.Object({ visits: Type.Integer(), expected: Type.Number(), found: Type.Number() })),
})

/** 模型版本. */
export const VersionView = Type.Object({
  no: Type.Integer(),
  state: Type.Enum(states),
  moves: Type.Array(Type.Enum([...modelMoveNames])),
  learnedAt: Type.String(),
  /** Of the machine on its own clock, or of a person. */
  byPerson: Type.Boolean(),
  lessonsFrom: Type.String(),
  lessonsTo: Type.String(),
  visits: Type.Integer(),
  outcomes: Type.Integer(),
  hash: Type.String(),
  test: Type.Optional(Test),
  weights: Type.Array(Type.Object({ code: Type.String(), learned: Type.Number() })),
  rates: Type.Array(Rate),
  /** It would visit a group beyond the limit: nobody can release it. */
  unfair: Type.Boolean(),
  /** Whether this reader proposed it: another has to release it. */
  mine: Type.Boolean(),
  history: Type.Array(
    Type.Object({ move: Type.Enum([...modelMoveNames]), why: Type.String(), by: Type.String(), at: Type.String() }),
  ),
})
export type VersionView = Static<typeof VersionView>

export const ModelView = Type.Object({
  indicators: Type.Array(
    Type.Object({
      code: Type.String(),
      zh: Type.String(),
      en: Type.String(),
      meaning: Type.String(),
      prior: Type.Number(),
    }),
  ),
  versions: Type.Array(VersionView),
  /** Who judged at the last look, and what was watched then. */
  today: Nullable(
    Type.Object({
      day: Type.String(),
      at: Type.String(),
      version: Nullable(Type.Integer()),
      stopped: Nullable(Type.Enum(['unfair', 'outdated'])),
      drift: Type.Array(
        Type.Object({ feature: Type.String(), index: Type.Number(), state: Type.Enum(['calm', 'watch', 'alarm']) }),
      ),
      rates: Type.Array(Rate),
      /** Of the visits of the year before. */
      visited: Type.Array(Rate),
    }),
  ),
  learning: Nullable(
    Type.Object({
      askedAt: Type.String(),
      endedAt: Nullable(Type.String()),
      outcome: Nullable(Type.Enum(['stored', 'same', 'tooLittle'])),
      visits: Nullable(Type.Integer()),
      outcomes: Nullable(Type.Integer()),
      /** What the released version foretold of later visits, beside what they found. */
      sinceRelease: Nullable(
        Type.Object({
          version: Type.Integer(),
          visits: Type.Integer(),
          expected: Type.Number(),
          found: Type.Integer(),
          state: Type.Enum(['tooFew', 'calm', 'watch', 'alarm']),
        }),
      ),
    }),
  ),
  limits: Type.Object({
    firstShare: Type.Number(),
    mostRatio: Type.Number(),
    leastOutcomes: Type.Integer(),
    driftWatch: Type.Number(),
    driftAlarm: Type.Number(),
    alertChance: Type.Number(),
  }),
})
export type ModelView = Static<typeof ModelView>

export const modelRoutes = {
  model: {
    method: 'GET',
    url: '/api/monitoring/model',
    allow: readers,
    summary: '市场模型：指标、权重、回测、均衡、漂移、版本',
    reply: ModelView,
  },
  learn: {
    method: 'POST',
    url: '/api/monitoring/model/learn',
    allow: keepers,
    summary: '从检查结果重新学习',
    body: Type.Object({}, strict),
    reply: 'empty',
  },
  moveModel: {
    method: 'POST',
    url: '/api/monitoring/model/versions/:no/moves',
    allow: keepers,
    summary: '提请启用、启用、退回、停用一个模型版本',
    params: Type.Object({ no: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }) }),
    body: Type.Object({ move: Type.Enum([...modelMoveNames]), why: Type.String({ maxLength: 400 }) }, strict),
    reply: 'empty',
  },
} as const satisfies Routes
