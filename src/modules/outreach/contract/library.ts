import Type, { type Static } from 'typebox'
import { allow } from '#kernel/actor'
import type { Routes } from '#kernel/route'
import { CiteView, Day, keyParams, Maybe, StatuteArticle, StatuteLine, strict, UseView } from './shapes.ts'

/** One article (条) of a statute; `text` is null where the full text has not been imported. */
export const ArticleView = Type.Object({
  instrument: Type.String(),
  title: Type.String(),
  inForce: Type.String(),
  article: Type.Integer(),
  heading: Type.String(),
  text: Maybe(Type.String()),
  summary: Maybe(Type.String()),
  sure: Type.Enum(['text', 'excerpt', 'recalled']),
  notice: Maybe(Type.String()),
})
export type ArticleView = Static<typeof ArticleView>

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

/** What rests on an article, under its number. */
const ArticleUses = Type.Object({ article: Type.Integer(), uses: Type.Array(UseView) })

const Change = Type.Object({
  label: Type.String(),
  kind: Type.Enum(['added', 'removed', 'changed', 'renumbered']),
  before: Maybe(Type.String()),
  after: Maybe(Type.String()),
})
/** A changed article with everything that cites it. */
export const ImpactView = Type.Object({ ...Change.properties, uses: Type.Array(UseView) })
export type ImpactView = Static<typeof ImpactView>

/** Of a use its articles, each with its text or our summary and where to read it. */
const CitedArticle = Type.Object({
  ...{ cite: CiteView, words: Type.String(), wordsEn: Type.String(), text: Type.String(), imported: Type.Boolean() },
  key: Maybe(Type.String()),
  /** Our own words, where there are some. */
  summary: Maybe(Type.String()),
})

const OnDay = Type.Object({ on: Type.Optional(Day) }, strict)

export const routes = {
  searchLaws: {
    method: 'GET',
    url: '/api/outreach/search',
    allow: allow.public,
    summary: '法规全文检索：法名、条号（汉字或数字）、词语和常用的说法，容许个别错字',
    query: Type.Object({ q: Type.String({ minLength: 1, maxLength: 60 }) }),
    reply: Type.Object({ items: Type.Array(LawHitView) }),
  },
  listStatutes: {
    method: 'GET',
    url: '/api/outreach/statutes',
    allow: allow.public,
    summary: '法规库目录；可以问某一天有效的版本',
    query: OnDay,
    reply: Type.Object({ items: Type.Array(StatuteLine) }),
  },
  getStatute: {
    method: 'GET',
    url: '/api/outreach/statutes/:key',
    allow: allow.public,
    summary: '一部法规的章节和条文、各个版本，以及每一条被哪里引用',
    params: keyParams,
    reply: Type.Object({
      statute: StatuteLine,
      versions: Type.Array(StatuteLine),
      articles: Type.Array(StatuteArticle),
      uses: Type.Array(ArticleUses),
    }),
  },
  getStatuteChanges: {
    method: 'GET',
    url: '/api/outreach/statutes/:key/changes',
    allow: allow.public,
    summary: '与上一版本逐条对照',
    params: keyParams,
    reply: Type.Object({ before: StatuteLine, after: StatuteLine, items: Type.Array(Change) }),
  },
  getStatuteImpact: {
    method: 'GET',
    url: '/api/outreach/statutes/:key/impact',
    allow: allow.anyStaff,
    summary: '影响清单：这个版本改动的每一条，被哪些规则、文书、处罚、参数和页面引用',
    params: keyParams,
    reply: Type.Object({ before: Maybe(StatuteLine), after: StatuteLine, items: Type.Array(ImpactView) }),
  },
  getUse: {
    method: 'GET',
    url: '/api/outreach/uses/:id',
    allow: allow.public,
    summary: '一条规则、文书或者处罚，和它引用的全部条文',
    params: Type.Object({ id: Type.String({ pattern: '^[A-Za-z0-9.]{1,120}$' }) }),
    reply: Type.Object({ use: UseView, articles: Type.Array(CitedArticle) }),
  },
  getArticle: {
    method: 'GET',
    url: '/api/outreach/articles/:instrument/:article',
    allow: allow.public,
    summary: '法条原文或摘要；可以问某一天有效的文本',
    params: Type.Object({
      instrument: Type.String({ maxLength: 10 }),
      article: Type.Integer({ minimum: 1, maximum: 999 }),
    }),
    query: OnDay,
    reply: ArticleView,
  },
} as const satisfies Routes
