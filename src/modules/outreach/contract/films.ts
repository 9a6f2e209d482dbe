import Type, { type Static } from 'typebox'
import { allow } from '#kernel/actor'
import type { Routes } from '#kernel/route'
import { Looked, PictureLine } from './pictures.ts'
import { Asked } from './quiz.ts'
import { Audience, Cites, Maybe, strict, Uuid } from './shapes.ts'

const FilmFields = {
  title: Type.String({ minLength: 2, maxLength: 60 }),
  about: Type.String({ minLength: 4, maxLength: 400 }),
  /** Empty for a film that stands alone. */
  series: Type.String({ maxLength: 40 }),
  episode: Type.Integer({ minimum: 1, maximum: 999 }),
  audience: Audience,
  cites: Cites,
  /** 片后一题, from the bank. */
  itemId: Maybe(Uuid),
}
export const FilmInput = Type.Object(FilmFields, strict)
export type FilmInput = Static<typeof FilmInput>

/** One film as a viewer sees it in the list. */
export const FilmLine = Type.Object({
  id: Type.String(),
  title: Type.String(),
  about: Type.String(),
  series: Type.String(),
  episode: Type.Integer(),
  audience: Audience,
  seconds: Type.Integer(),
  /** Telephones that watched it: counted, not known. */
  views: Type.Integer(),
  citations: Type.Array(Type.String()),
  /** What the cover shows; null where a frame of the film stands for it. */
  cover: Maybe(Type.String()),
})
export type FilmLine = Static<typeof FilmLine>

export const FilmView = Type.Object({ ...FilmLine.properties, question: Maybe(Asked) })
export type FilmView = Static<typeof FilmView>

export const FilmDeskLine = Type.Object({
  ...FilmFields,
  id: Type.String(),
  state: Type.Enum(['draft', 'encoding', 'ready', 'released', 'withdrawn']),
  version: Type.Integer(),
  citations: Type.Array(Type.String()),
  captions: Maybe(Type.String()),
  /** 转码 in per cent while it runs. */
  progress: Type.Integer(),
  fault: Maybe(Type.Enum(['unreadable', 'noPicture', 'tooLong', 'ffmpegMissing'])),
  seconds: Maybe(Type.Integer()),
  views: Type.Integer(),
  answers: Type.Integer(),
  right: Type.Integer(),
  cover: Maybe(PictureLine),
  /** Whether whoever reads this wrote or sent something of it and so may not release it. */
  mine: Type.Boolean(),
  reason: Maybe(Type.String()),
})
export type FilmDeskLine = Static<typeof FilmDeskLine>

/** Right or not, with the article. */
export const FilmAnswer = Type.Object({
  correct: Type.Boolean(),
  answer: Type.Integer(),
  why: Type.String(),
  citation: Type.String(),
})
export type FilmAnswer = Static<typeof FilmAnswer>

const staff = allow.staff('legal', 'head', 'window', 'helper')
const id = Type.Object({ id: Uuid })

export const filmRoutes = {
  filmHall: {
    method: 'GET',
    url: '/api/outreach/films',
    allow: allow.public,
    summary: '恩烟普法小剧场：已发布的短片',
    reply: Type.Object({ items: Type.Array(FilmLine) }),
  },
  filmView: {
    method: 'GET',
    url: '/api/outreach/films/:id',
    allow: allow.public,
    summary: '一部短片和片后的一道题',
    params: id,
    reply: FilmView,
  },
  filmFile: {
    method: 'GET',
    url: '/api/outreach/films/:id/media/:file',
    allow: allow.public,
    summary: '短片的播放列表、片段、字幕和封面；没有发布的只给工作人员',
    params: Type.Object({
      id: Uuid,
      file: Type.String({ pattern: '^(index\\.m3u8|s\\d{5}\\.ts|captions\\.vtt|cover)$' }),
    }),
    reply: 'file',
  },
  noteFilmView: {
    method: 'POST',
    url: '/api/outreach/films/:id/views',
    allow: allow.public,
    summary: '看了：一部手机只计一次，不记是谁',
    params: id,
    body: Type.Object({ viewer: Uuid }, strict),
    reply: 'empty',
    withoutKey: 'the same telephone is one row, however often it is sent',
  },
  answerFilm: {
    method: 'POST',
    url: '/api/outreach/films/:id/answers',
    allow: allow.public,
    summary: '片后一题：马上批改，说明依据；不记是谁',
    params: id,
    body: Type.Object({ viewer: Uuid, chosen: Type.Integer({ minimum: 0, maximum: 4 }) }, strict),
    reply: FilmAnswer,
  },
  listFilms: {
    method: 'GET',
    url: '/api/outreach/film-desk',
    allow: staff,
    summary: '小剧场的短片：草稿、转码、待发布、已发布',
    reply: Type.Object({
      items: Type.Array(FilmDeskLine),
      /** Whether the server can make films at all. */
      ffmpeg: Type.Boolean(),
      megabytes: Type.Integer(),
      minutes: Type.Integer(),
    }),
  },
  planFilm: {
    method: 'POST',
    url: '/api/outreach/film-desk',
    allow: staff,
    summary: '建一部短片：名称、系列、讲哪几条、片后一题',
    body: FilmInput,
    reply: Type.Object({ id: Type.String() }),
  },
  putPiece: {
    method: 'POST',
    url: '/api/outreach/film-desk/:id/uploads/:upload/:piece',
    allow: staff,
    summary: '传一片片源；第一片按内容认出是不是影片',
    params: Type.Object({ id: Uuid, upload: Uuid, piece: Type.Integer({ minimum: 0, maximum: 9_999 }) }),
    body: Type.Object(
      { content: Type.String({ minLength: 4, maxLength: 1_700_000, pattern: '^[A-Za-z0-9+/]+={0,2}$' }) },
      strict,
    ),
    reply: 'empty',
    withoutKey: 'the same piece sent twice is the same piece',
  },
  stepFilm: {
    method: 'POST',
    url: '/api/outreach/film-desk/:id/steps',
    allow: staff,
    summary: '改、转码、停止转码、发布（另一人，逐项看过）、撤下一部短片',
    params: id,
    body: Type.Object(
      {
        event: Type.Enum(['edit', 'encode', 'cancel', 'release', 'withdraw']),
        version: Type.Integer({ minimum: 1 }),
        fields: Type.Optional(FilmInput),
        captions: Type.Optional(Type.String({ maxLength: 200_000 })),
        file: Type.Optional(
          Type.Object(
            {
              upload: Uuid,
              pieces: Type.Integer({ minimum: 1, maximum: 10_000 }),
              bytes: Type.Integer({ minimum: 1 }),
            },
            strict,
          ),
        ),
        looked: Type.Optional(Looked),
        reason: Type.Optional(Type.String({ maxLength: 300 })),
      },
      strict,
    ),
    reply: Type.Object({ version: Type.Integer() }),
    privileged: { field: 'event', values: ['release', 'withdraw'] },
  },
} as const satisfies Routes
