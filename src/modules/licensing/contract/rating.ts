import Type, { type Static } from 'typebox'
import { allow } from '#kernel/actor'
import type { Routes } from '#kernel/route'
import { followUpOutcomes, grades, reasonCodes } from '../rules/rating/grades.ts'

const strict = { additionalProperties: false } as const
const Nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const ApplicationNo = Type.Object({ applicationNo: Type.String({ maxLength: 40 }) })
const said = {
  grade: Type.Enum([...grades]),
  reasons: Type.Array(Type.Enum([...reasonCodes]), { maxItems: 10 }),
  words: Type.String({ maxLength: 1_000, default: '' }),
}
const Thanks = Type.Object({
  /** 差评: by when the bureau will have called. */
  followUpBy: Nullable(Type.String()),
})

/** 差评回访 as its list shows it: what was said and by when, not who handled the file. */
export const FollowUp = Type.Object({
  applicationNo: Type.String(),
  serviceLabel: Type.String(),
  serviceLabelEn: Type.String(),
  townName: Type.String(),
  grade: Type.Integer(),
  reasons: Type.Array(Type.Enum([...reasonCodes])),
  words: Nullable(Type.String()),
  ratedOn: Type.String(),
  followUpBy: Nullable(Type.String()),
  tone: Type.Enum(['calm', 'soon', 'overdue', 'done']),
  lines: Type.Array(
    Type.Object({
      at: Type.String(),
      by: Type.String(),
      outcome: Type.Enum(Object.keys(followUpOutcomes) as (keyof typeof followUpOutcomes)[]),
      note: Type.String(),
    }),
  ),
})
export type FollowUp = Static<typeof FollowUp>

/** One row of the figures. Grades of a small group are withheld, so that nobody's rating can be guessed. */
export const RatingFigure = Type.Object({
  key: Type.String(),
  label: Type.String(),
  labelEn: Type.String(),
  rated: Type.Integer(),
  done: Type.Integer(),
  counts: Nullable(Type.Array(Type.Integer(), { minItems: 5, maxItems: 5 })),
})
export type RatingFigure = Static<typeof RatingFigure>

/** Who looks after the bureau's ratings. */
const ratingStaff = allow.staff('head', 'decider', 'reviewer', 'window', 'legal')

export const ratingRoutes = {
  rateMine: {
    method: 'POST',
    url: '/api/licensing/my/applications/:applicationNo/rating',
    allow: allow.citizen,
    summary: '评价本人的办件',
    params: ApplicationNo,
    body: Type.Object(said, strict),
    reply: Thanks,
  },
  rateByCode: {
    method: 'POST',
    url: '/api/licensing/progress/:applicationNo/rating',
    allow: allow.public,
    summary: '评价办件（编号和查询码）',
    params: ApplicationNo,
    body: Type.Object({ ...said, code: Type.String({ maxLength: 20 }) }, strict),
    reply: Thanks,
  },
  listFollowUps: {
    method: 'GET',
    url: '/api/licensing/rating-follow-ups',
    allow: ratingStaff,
    summary: '差评回访',
    query: Type.Object({ view: Type.Enum(['open', 'done'], { default: 'open' }) }),
    reply: Type.Object({ items: Type.Array(FollowUp) }),
  },
  followUp: {
    method: 'POST',
    url: '/api/licensing/rating-follow-ups/:applicationNo/lines',
    allow: ratingStaff,
    summary: '记录回访',
    params: ApplicationNo,
    body: Type.Object(
      {
        outcome: Type.Enum(Object.keys(followUpOutcomes) as (keyof typeof followUpOutcomes)[]),
        note: Type.String({ minLength: 1, maxLength: 1_000 }),
      },
      strict,
    ),
    reply: FollowUp,
  },
  ratingFigures: {
    method: 'GET',
    url: '/api/licensing/rating-figures',
    allow: ratingStaff,
    summary: '好差评统计',
    query: Type.Object({ by: Type.Enum(['service', 'town', 'channel'], { default: 'service' }) }),
    reply: Type.Object({ items: Type.Array(RatingFigure), smallestGroup: Type.Integer() }),
  },
} as const satisfies Routes
