import Type, { type Static } from 'typebox'
import { allow } from '#kernel/actor'
import type { Routes } from '#kernel/route'
import { Cites, Maybe, strict, Uuid } from './shapes.ts'

const Instant = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?(Z|[+]08:00)$' })
const State = Type.Enum(['planned', 'live', 'ended', 'replay', 'withdrawn'])

const Chapter = Type.Object(
  { at: Type.Integer({ minimum: 0, maximum: 86_400 }), title: Type.String({ minLength: 1, maxLength: 60 }) },
  strict,
)
const ProgrammeFields = {
  title: Type.String({ minLength: 2, maxLength: 60 }),
  speaker: Type.String({ minLength: 1, maxLength: 40 }),
  about: Type.String({ minLength: 4, maxLength: 400 }),
  startsAt: Instant,
  cites: Cites,
}
export const ProgrammeInput = Type.Object(ProgrammeFields, strict)
export type ProgrammeInput = Static<typeof ProgrammeInput>

/** One class as a viewer sees it in the list. */
export const LiveLine = Type.Object({
  ...ProgrammeFields,
  startsAt: Type.String(),
  id: Type.String(),
  state: State,
  citations: Type.Array(Type.String()),
})
export type LiveLine = Static<typeof LiveLine>

export const LiveView = Type.Object({
  ...LiveLine.properties,
  /** Whether there is a picture yet. */
  picture: Type.Boolean(),
  chapters: Type.Array(Chapter),
  captions: Type.Boolean(),
  questions: Type.Array(Type.Object({ id: Type.String(), words: Type.String() })),
  /** Telephones of this and the last minute: counted, not known. */
  watching: Type.Integer(),
})
export type LiveView = Static<typeof LiveView>

export const LiveDeskLine = Type.Object({
  ...LiveLine.properties,
  version: Type.Integer(),
  plannedBy: Type.String(),
  openedAt: Maybe(Type.String()),
  endedAt: Maybe(Type.String()),
  chapters: Type.Array(Chapter),
  captions: Maybe(Type.String()),
  picture: Type.Boolean(),
  /** Whether whoever reads this prepared the replay and so may not release it. */
  mine: Type.Boolean(),
  reason: Maybe(Type.String()),
  questions: Type.Array(
    Type.Object({ id: Type.String(), words: Type.String(), state: Type.Enum(['waiting', 'shown', 'hidden']) }),
  ),
  attendance: Type.Object({
    viewers: Type.Integer(),
    peak: Type.Integer(),
    replays: Type.Integer(),
    minutes: Type.Array(Type.Object({ minute: Type.Integer(), viewers: Type.Integer() })),
  }),
})
export type LiveDeskLine = Static<typeof LiveDeskLine>

const staff = allow.staff('legal', 'head', 'window', 'helper')
const id = Type.Object({ id: Uuid })

export const liveRoutes = {
  liveHall: {
    method: 'GET',
    url: '/api/outreach/live',
    allow: allow.public,
    summary: '普法微课堂：正在直播、预告、回放',
    reply: Type.Object({
      items: Type.Array(LiveLine),
      /** Whether this server can broadcast at all; replays play either way. */
      ffmpeg: Type.Boolean(),
    }),
  },
  liveView: {
    method: 'GET',
    url: '/api/outreach/live/:id',
    allow: allow.public,
    summary: '一场微课堂：画面、章节、展示出来的提问',
    params: id,
    reply: LiveView,
  },
  liveFile: {
    method: 'GET',
    url: '/api/outreach/live/:id/media/:file',
    allow: allow.public,
    summary: '直播和回放的播放列表、片段和字幕；结束未发布的只给工作人员',
    params: Type.Object({ id: Uuid, file: Type.String({ pattern: '^(index\\.m3u8|s\\d{5}\\.ts|captions\\.vtt)$' }) }),
    reply: 'file',
  },
  noteViewer: {
    method: 'POST',
    url: '/api/outreach/live/:id/viewers',
    allow: allow.public,
    summary: '在看：每分钟记一次数，不记是谁',
    params: id,
    body: Type.Object({ viewer: Uuid }, strict),
    reply: 'empty',
    withoutKey: 'the same telephone in the same minute is one row, however often it is sent',
  },
  askLive: {
    method: 'POST',
    url: '/api/outreach/live/:id/questions',
    allow: allow.public,
    summary: '直播中匿名提问：工作人员看过才展示',
    params: id,
    body: Type.Object({ viewer: Uuid, words: Type.String({ minLength: 2, maxLength: 200 }) }, strict),
    reply: 'empty',
  },
  listBroadcasts: {
    method: 'GET',
    url: '/api/outreach/broadcasts',
    allow: staff,
    summary: '微课堂的节目、提问、出席人数',
    reply: Type.Object({ items: Type.Array(LiveDeskLine) }),
  },
  planBroadcast: {
    method: 'POST',
    url: '/api/outreach/broadcasts',
    allow: staff,
    summary: '排一场微课堂：题目、主讲、时间、讲哪几条',
    body: ProgrammeInput,
    reply: Type.Object({ id: Type.String() }),
  },
  stepBroadcast: {
    method: 'POST',
    url: '/api/outreach/broadcasts/:id/steps',
    allow: staff,
    summary: '改节目、开播、结束、整理回放、发布（另一人）、撤下',
    params: id,
    body: Type.Object(
      {
        event: Type.Enum(['edit', 'open', 'end', 'prepare', 'release', 'withdraw']),
        version: Type.Integer({ minimum: 1 }),
        fields: Type.Optional(ProgrammeInput),
        chapters: Type.Optional(Type.Array(Chapter, { maxItems: 60 })),
        captions: Type.Optional(Type.String({ maxLength: 200_000 })),
        reason: Type.Optional(Type.String({ maxLength: 300 })),
      },
      strict,
    ),
    reply: Type.Object({ version: Type.Integer() }),
    privileged: { field: 'event', values: ['open', 'release', 'withdraw'] },
  },
  ingest: {
    method: 'GET',
    url: '/api/outreach/broadcasts/:id/ingest',
    allow: staff,
    summary: '推流地址和本场密钥（只在直播中，只给工作人员）',
    params: id,
    reply: Type.Object({ address: Type.String(), key: Type.String(), receiving: Type.Boolean() }),
  },
  decideQuestion: {
    method: 'POST',
    url: '/api/outreach/broadcasts/:id/questions/:question',
    allow: staff,
    summary: '展示或者不展示一个提问',
    params: Type.Object({ id: Uuid, question: Uuid }),
    body: Type.Object({ state: Type.Enum(['shown', 'hidden']) }, strict),
    reply: 'empty',
  },
} as const satisfies Routes
