import Type, { type Static } from 'typebox'
import { allow } from '#kernel/actor'
import type { Routes } from '#kernel/route'

const strict = { additionalProperties: false } as const
const Maybe = <const S extends Type.TSchema>(schema: S) => Type.Union([schema, Type.Null()])
const Kind = Type.Enum(['grant', 'dossier'])
const Mark = Type.Enum(['yes', 'no', 'none'])

/** 抽查的一件 */
export const SpotCheck = Type.Object({
  id: Type.Integer(),
  kind: Kind,
  applicationNo: Type.String(),
  licenceNo: Maybe(Type.String()),
  service: Type.String(),
  serviceLabel: Type.String(),
  serviceLabelEn: Type.String(),
  townName: Type.String(),
  period: Type.String(),
  because: Type.Enum(['drawn', 'automaticOver']),
  /** SM3 of `number:salt`, and the salt: the choice can be computed again. */
  score: Type.String(),
  salt: Type.String(),
  state: Type.Enum(['open', 'done', 'correcting', 'deciding']),
  result: Maybe(Type.String()),
  reason: Type.String(),
  rule: Maybe(Type.String()),
  reviewer: Maybe(Type.String()),
  correctBy: Maybe(Type.String()),
  overdue: Type.Boolean(),
  outcome: Maybe(Type.String()),
  outcomeWords: Type.String(),
  outcomeBy: Maybe(Type.String()),
  /** Why this reader may not review it. */
  handled: Type.Boolean(),
  mine: Type.Boolean(),
})
export type SpotCheck = Static<typeof SpotCheck>

/** One row of the figures: a rule, a town or an officer, with what was looked at and what was found. */
export const SpotFigure = Type.Object({ name: Type.String(), reviewed: Type.Integer(), found: Type.Integer() })
export type SpotFigure = Static<typeof SpotFigure>

export const SpotChecks = Type.Object({
  items: Type.Array(SpotCheck),
  byRule: Type.Array(SpotFigure),
  byOffice: Type.Array(SpotFigure),
  byOfficer: Type.Array(SpotFigure),
})
export type SpotChecks = Static<typeof SpotChecks>

const readers = allow.staff('reviewer', 'decider', 'head', 'legal', 'window')
const reviewers = allow.staff('reviewer', 'decider', 'head', 'legal')
const Id = Type.Object({ id: Type.Integer({ minimum: 1 }) })

export const spotCheckRoutes = {
  listSpotChecks: {
    method: 'GET',
    url: '/api/licensing/spot-checks',
    allow: readers,
    summary: '抽查和复核',
    query: Type.Object({ kind: Type.Enum(['grant', 'dossier'], { default: 'grant' }) }),
    reply: SpotChecks,
  },
  reviewGrant: {
    method: 'POST',
    url: '/api/licensing/spot-checks/:id/grant-review',
    allow: reviewers,
    summary: '复核自动准予',
    params: Id,
    body: Type.Object(
      {
        result: Type.Enum(['agree', 'differ']),
        reason: Type.String({ maxLength: 1000 }),
        rule: Maybe(Type.String({ pattern: '^[RA]\\d{2}$' })),
      },
      strict,
    ),
    reply: SpotChecks,
  },
  reviewDossier: {
    method: 'POST',
    url: '/api/licensing/spot-checks/:id/dossier-review',
    allow: reviewers,
    summary: '评查卷宗',
    params: Id,
    body: Type.Object(
      {
        checklist: Type.Record(Type.String({ pattern: '^[a-zA-Z]+$' }), Mark, { maxProperties: 20 }),
        result: Type.Enum(['qualified', 'flawed', 'unqualified']),
        reason: Type.String({ maxLength: 1000 }),
        correctBy: Maybe(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })),
      },
      strict,
    ),
    reply: SpotChecks,
  },
  settle: {
    method: 'POST',
    url: '/api/licensing/spot-checks/:id/outcome',
    allow: reviewers,
    summary: '整改完成，或者决定是否启动撤销程序',
    params: Id,
    body: Type.Object(
      { outcome: Type.Enum(['corrected', 'keep', 'proceed']), words: Type.String({ maxLength: 1000 }) },
      strict,
    ),
    reply: SpotChecks,
  },
} as const satisfies Routes
