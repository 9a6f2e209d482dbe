import Type, { type Static } from 'typebox'
import { allow } from '#kernel/actor'
import type { Routes } from '#kernel/route'
import { Maybe, strict, Uuid } from './shapes.ts'

/** A picture as the desk sees it: what was found in it, and who has to look. */
export const PictureLine = Type.Object({
  id: Type.String(),
  alt: Type.String(),
  state: Type.Enum(['waiting', 'released', 'refused']),
  /** What the codes in it say. */
  codes: Type.Array(Type.String()),
  redrawn: Type.Boolean(),
  /** Whether whoever reads this sent it and so may not release it. */
  mine: Type.Boolean(),
  reason: Maybe(Type.String()),
})
export type PictureLine = Static<typeof PictureLine>

export const Looked = Type.Array(Type.String({ minLength: 2, maxLength: 20 }), { maxItems: 12, uniqueItems: true })

const staff = allow.staff('legal', 'head', 'window', 'helper', 'courier')
const id = Type.Object({ id: Uuid })

export const pictureRoutes = {
  putPicture: {
    method: 'POST',
    url: '/api/outreach/pictures',
    allow: staff,
    summary: '上传一张图片：短片的封面、活动的照片；去掉照片里的附带信息，查画面里的码',
    body: Type.Object(
      {
        kind: Type.Enum(['film', 'event']),
        about: Type.String({ minLength: 6, maxLength: 40 }),
        /** For whoever does not see it. */
        alt: Type.String({ minLength: 2, maxLength: 80 }),
        content: Type.String({ minLength: 100, maxLength: 2_000_000, pattern: '^[A-Za-z0-9+/]+={0,2}$' }),
      },
      strict,
    ),
    reply: Type.Object({ id: Type.String() }),
  },
  stepPicture: {
    method: 'POST',
    url: '/api/outreach/pictures/:id/steps',
    allow: staff,
    summary: '发布（另一人，逐项看过）、不用、撤下一张图片',
    params: id,
    body: Type.Object(
      {
        event: Type.Enum(['release', 'refuse', 'withdraw']),
        looked: Type.Optional(Looked),
        reason: Type.Optional(Type.String({ maxLength: 300 })),
      },
      strict,
    ),
    reply: 'empty',
    privileged: { field: 'event', values: ['release', 'withdraw'] },
  },
  pictureFile: {
    method: 'GET',
    url: '/api/outreach/pictures/:id',
    allow: allow.public,
    summary: '一张图片；没有发布的只给工作人员',
    params: id,
    reply: 'file',
  },
} as const satisfies Routes
