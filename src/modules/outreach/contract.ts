import Type, { type Static } from 'typebox'
import { allow } from '#kernel/actor'
import type { Routes } from '#kernel/route'

export { Asked, ItemInput, Marked, QuizHall, QuizItem, QuizLine, quizRoutes } from './contract/quiz.ts'
export { SurveyUnit, SurveyView, surveyRoutes } from './contract/survey.ts'
export { audienceWords, itemMoves } from './rules/quiz/item.ts'

/** One article (条) of a statute; `text` is null where the full text has not been imported. */
export const ArticleView = Type.Object({
  instrument: Type.String(),
  title: Type.String(),
  inForce: Type.String(),
  article: Type.Integer(),
  heading: Type.String(),
  text: Type.Union([Type.String(), Type.Null()]),
  summary: Type.Union([Type.String(), Type.Null()]),
  sure: Type.Enum(['text', 'excerpt', 'recalled']),
  notice: Type.Union([Type.String(), Type.Null()]),
})
export type ArticleView = Static<typeof ArticleView>

/** A statute in the library: whole when imported, otherwise the articles this system cites, in its own words. */
export const StatuteLine = Type.Object({
  key: Type.String(),
  title: Type.String(),
  /** Day of this version of the text; for what was not imported the day it came into force. */
  day: Type.String(),
  imported: Type.Boolean(),
  articles: Type.Integer(),
  /** An earlier version is here too. */
  earlier: Type.Boolean(),
})
export type StatuteLine = Static<typeof StatuteLine>

export const StatuteArticle = Type.Object({
  number: Type.Integer(),
  sub: Type.Integer(),
  label: Type.String(),
  heading: Type.String(),
  text: Type.String(),
})
export type StatuteArticle = Static<typeof StatuteArticle>

export const LawHitView = Type.Object({
  key: Type.String(),
  title: Type.String(),
  imported: Type.Boolean(),
  number: Type.Integer(),
  sub: Type.Integer(),
  label: Type.String(),
  heading: Type.String(),
  snippet: Type.String(),
  /** Where in the snippet the asked words stand: from, to. */
  marks: Type.Array(Type.Array(Type.Integer(), { minItems: 2, maxItems: 2 })),
})
export type LawHitView = Static<typeof LawHitView>

const key = Type.Object({ key: Type.String({ pattern: '^([A-Z0-9]{1,10}|[1-9][0-9]{0,8})$' }) })

export const routes = {
  searchLaws: {
    method: 'GET',
    url: '/api/outreach/search',
    allow: allow.public,
    summary: '法规全文检索：法名、条号（汉字或数字）、词语，容许个别错字',
    query: Type.Object({ q: Type.String({ minLength: 1, maxLength: 60 }) }),
    reply: Type.Object({ items: Type.Array(LawHitView) }),
  },
  listStatutes: {
    method: 'GET',
    url: '/api/outreach/statutes',
    allow: allow.public,
    summary: '法规库目录',
    reply: Type.Object({ items: Type.Array(StatuteLine) }),
  },
  getStatute: {
    method: 'GET',
    url: '/api/outreach/statutes/:key',
    allow: allow.public,
    summary: '一部法规的章节和条文',
    params: key,
    reply: Type.Object({ statute: StatuteLine, articles: Type.Array(StatuteArticle) }),
  },
  getStatuteChanges: {
    method: 'GET',
    url: '/api/outreach/statutes/:key/changes',
    allow: allow.public,
    summary: '与上一版本逐条对照',
    params: key,
    reply: Type.Object({
      before: StatuteLine,
      after: StatuteLine,
      items: Type.Array(
        Type.Object({
          label: Type.String(),
          kind: Type.Enum(['added', 'removed', 'changed', 'renumbered']),
          before: Type.Union([Type.String(), Type.Null()]),
          after: Type.Union([Type.String(), Type.Null()]),
        }),
      ),
    }),
  },
  getArticle: {
    method: 'GET',
    url: '/api/outreach/articles/:instrument/:article',
    allow: allow.public,
    summary: '法条原文或摘要',
    params: Type.Object({
      instrument: Type.String({ maxLength: 10 }),
      article: Type.Integer({ minimum: 1, maximum: 999 }),
    }),
    reply: ArticleView,
  },
} as const satisfies Routes
