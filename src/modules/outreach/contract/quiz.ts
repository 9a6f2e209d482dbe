import Type, { type Static } from 'typebox'
import { allow } from '#kernel/actor'
import type { Routes } from '#kernel/route'
import { Audience, Day, Maybe, strict, Uuid } from './shapes.ts'

const Town = Type.String({ pattern: '^\\d{9}$' })

const ItemFields = {
  question: Type.String({ minLength: 4, maxLength: 200 }),
  options: Type.Array(Type.String({ minLength: 1, maxLength: 80 }), { minItems: 2, maxItems: 5 }),
  answer: Type.Integer({ minimum: 0, maximum: 4 }),
  why: Type.String({ minLength: 4, maxLength: 400 }),
  instrument: Type.String({ minLength: 2, maxLength: 10 }),
  article: Type.Integer({ minimum: 1, maximum: 999 }),
  audiences: Type.Array(Audience, { minItems: 1, maxItems: 3, uniqueItems: true }),
}
export const ItemInput = Type.Object(ItemFields, strict)
export type ItemInput = Static<typeof ItemInput>

/** A question of the bank as the desk sees it. */
export const QuizItem = Type.Object({
  ...ItemFields,
  id: Type.String(),
  citation: Type.String(),
  state: Type.Enum(['draft', 'released', 'dropped', 'withdrawn']),
  version: Type.Integer(),
  writtenBy: Type.String(),
  mine: Type.Boolean(),
  reason: Maybe(Type.String()),
  /** Words that look like advertising; a reason lets them stand. */
  flagged: Type.Array(Type.String()),
  asked: Type.Integer(),
  share: Maybe(Type.Number()),
  difficulty: Type.Enum(['untested', 'easy', 'medium', 'hard']),
  discrimination: Maybe(Type.Number()),
  doubtful: Type.Boolean(),
})
export type QuizItem = Static<typeof QuizItem>

const Gain = Type.Object({
  pairs: Type.Integer(),
  before: Type.Number(),
  after: Type.Number(),
  low: Maybe(Type.Number()),
  high: Maybe(Type.Number()),
})
export const QuizLine = Type.Object({
  id: Type.String(),
  title: Type.String(),
  audience: Audience,
  shape: Type.Enum(['once', 'beforeAfter']),
  towns: Type.Array(Type.String()),
  items: Type.Integer(),
  beginsOn: Day,
  endsOn: Day,
  sheets: Type.Integer(),
  share: Maybe(Type.Number()),
  gain: Maybe(Gain),
})
export type QuizLine = Static<typeof QuizLine>

/** A question as it is asked: without its answer. */
export const Asked = Type.Object({ id: Type.String(), question: Type.String(), options: Type.Array(Type.String()) })
export type Asked = Static<typeof Asked>
export const Chosen = Type.Object({ item: Uuid, chosen: Type.Integer({ minimum: 0, maximum: 4 }) }, strict)
export type Chosen = Static<typeof Chosen>

/** What a sheet was worth, question by question with the article behind it. */
export const Marked = Type.Object({
  right: Type.Integer(),
  total: Type.Integer(),
  items: Type.Array(
    Type.Object({
      ...Asked.properties,
      chosen: Type.Integer(),
      answer: Type.Integer(),
      why: Type.String(),
      instrument: Type.String(),
      article: Type.Integer(),
      citation: Type.String(),
    }),
  ),
  /** 学法积分 got by this sheet; null for whoever is not signed in. */
  points: Maybe(Type.Integer()),
})
export type Marked = Static<typeof Marked>

const OpenQuiz = Type.Object({
  id: Type.String(),
  title: Type.String(),
  audience: Audience,
  shape: Type.Enum(['once', 'beforeAfter']),
  endsOn: Day,
  items: Type.Integer(),
})
export const QuizHall = Type.Object({
  quizzes: Type.Array(OpenQuiz),
  /** 被抽中的调查: by shop, for whoever is signed in. */
  surveys: Type.Array(Type.Object({ id: Type.String(), title: Type.String(), licenceNo: Type.String(), endsOn: Day })),
  points: Maybe(Type.Integer()),
})
export type QuizHall = Static<typeof QuizHall>

const writers = allow.staff('legal', 'head', 'window', 'helper')
const deciders = allow.staff('legal', 'head')
const id = Type.Object({ id: Uuid })

export const quizRoutes = {
  quizHall: {
    method: 'GET',
    url: '/api/outreach/quizzes',
    allow: allow.public,
    summary: '正在进行的普法测验；登录后还有抽中的调查和学法积分',
    reply: QuizHall,
  },
  openQuiz: {
    method: 'GET',
    url: '/api/outreach/quizzes/:id',
    allow: allow.public,
    summary: '一份测验的题目',
    params: id,
    reply: Type.Object({ quiz: OpenQuiz, items: Type.Array(Asked) }),
  },
  answerQuiz: {
    method: 'POST',
    url: '/api/outreach/quizzes/:id/sheets',
    allow: allow.public,
    summary: '交卷：立即批改，逐题说明依据；不记是谁',
    params: id,
    body: Type.Object(
      {
        round: Type.Enum(['once', 'before', 'after']),
        /** Made by this telephone; only its hash, bound to this quiz, is kept. */
        participant: Uuid,
        answers: Type.Array(Chosen, { minItems: 1, maxItems: 10 }),
      },
      strict,
    ),
    reply: Marked,
  },
  quizBank: {
    method: 'GET',
    url: '/api/outreach/quiz-items',
    allow: writers,
    summary: '题库：难度、区分度由作答算出',
    reply: Type.Object({ items: Type.Array(QuizItem) }),
  },
  writeItem: {
    method: 'POST',
    url: '/api/outreach/quiz-items',
    allow: writers,
    summary: '写一道题（草稿），发布前过广告法检查',
    body: ItemInput,
    reply: Type.Object({ id: Type.String() }),
  },
  stepItem: {
    method: 'POST',
    url: '/api/outreach/quiz-items/:id/steps',
    allow: writers,
    summary: '修改、发布（另一人）、作废、撤下一道题',
    params: id,
    body: Type.Object(
      {
        event: Type.Enum(['edit', 'release', 'drop', 'withdraw']),
        version: Type.Integer({ minimum: 1 }),
        fields: Type.Optional(ItemInput),
        reason: Type.Optional(Type.String({ maxLength: 300 })),
      },
      strict,
    ),
    reply: Type.Object({ version: Type.Integer() }),
    privileged: { field: 'event', values: ['release', 'withdraw'] },
  },
  listQuizzes: {
    method: 'GET',
    url: '/api/outreach/quiz-campaigns',
    allow: writers,
    summary: '测评活动及其结果',
    reply: Type.Object({ items: Type.Array(QuizLine) }),
  },
  beginQuiz: {
    method: 'POST',
    url: '/api/outreach/quiz-campaigns',
    allow: deciders,
    summary: '开一次测评：对象、镇街、题目、起止日',
    body: Type.Object(
      {
        title: Type.String({ minLength: 2, maxLength: 60 }),
        audience: Audience,
        shape: Type.Enum(['once', 'beforeAfter']),
        towns: Type.Array(Town, { maxItems: 30, uniqueItems: true }),
        items: Type.Array(Uuid, { minItems: 3, maxItems: 10, uniqueItems: true }),
        beginsOn: Day,
        endsOn: Day,
      },
      strict,
    ),
    reply: Type.Object({ id: Type.String() }),
  },
} as const satisfies Routes
