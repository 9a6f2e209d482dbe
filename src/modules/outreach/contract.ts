import Type, { type Static } from 'typebox'
import { allow } from '#kernel/actor'
import type { Routes } from '#kernel/route'

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

export const routes = {
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
  listInstruments: {
    method: 'GET',
    url: '/api/outreach/instruments',
    allow: allow.public,
    summary: '法律法规目录',
    reply: Type.Object({
      items: Type.Array(
        Type.Object({
          code: Type.String(),
          title: Type.String(),
          inForce: Type.String(),
          articles: Type.Integer(),
          imported: Type.Boolean(),
        }),
      ),
    }),
  },
} as const satisfies Routes
