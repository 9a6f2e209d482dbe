import Type, { type Static } from 'typebox'
import { allow } from '#kernel/actor'
import type { Routes } from '#kernel/route'
import { clockWords } from '../rules/clue/clock.ts'
import { factKindCodes } from '../rules/clue/facts.ts'
import { clueEvents, clueStates, outcomes } from '../rules/clue/moves.ts'
import { agencies, clueReaders, deskSources, grades, matterCodes, sourceCodes } from '../rules/clue/words.ts'
import { ClueNo, Day, Nonce, Nullable, Reporter, strict, Uuid, Words } from './shapes.ts'

const keys = <K extends string>(table: Readonly<Record<K, unknown>>) => Object.keys(table) as [K, ...K[]]
const FactKindCode = Type.Enum(factKindCodes)
const Fact = Type.Object({ kind: FactKindCode, value: Type.String({ minLength: 1, maxLength: 80 }) }, strict)

export const ClueRow = Type.Object({
  no: Type.String(),
  source: Type.Enum(sourceCodes),
  matter: Type.Enum(matterCodes),
  state: Type.Enum(clueStates),
  grade: Nullable(Type.Enum(keys(grades))),
  town: Type.String(),
  assignee: Nullable(Type.String()),
  receivedOn: Day,
  dueOn: Nullable(Day),
  daysLeft: Nullable(Type.Integer()),
  late: Type.Boolean(),
  clock: Type.Enum(keys(clockWords)),
  outcome: Nullable(Type.Enum([...outcomes])),
  informantCode: Nullable(Type.String()),
  about: Type.String(),
  /** 碰撞命中 that touch it and that nobody has decided yet. */
  hits: Type.Integer(),
})
export type ClueRow = Static<typeof ClueRow>

const Likeness = Type.Object({
  no: Type.String(),
  shared: Type.Array(FactKindCode),
  text: Type.Number(),
  state: Type.Enum(clueStates),
})

export const ClueDetail = Type.Object({
  clue: ClueRow,
  version: Type.Integer(),
  text: Type.String(),
  /** To the hour where a person reported it. */
  receivedAt: Type.String(),
  sameAs: Nullable(Type.String()),
  agency: Nullable(Type.Enum(keys(agencies))),
  caseNo: Nullable(Type.String()),
  sourceRef: Nullable(Type.String()),
  facts: Type.Array(
    Type.Object({
      id: Type.String(),
      kind: FactKindCode,
      value: Type.String(),
      state: Type.Enum(['offered', 'confirmed', 'rejected']),
      offeredBy: Type.Enum(['text', 'officer', 'source']),
    }),
  ),
  photos: Type.Array(Type.Object({ id: Type.String(), digest: Type.String() })),
  likenesses: Type.Array(Likeness),
  events: Type.Array(
    Type.Object({
      at: Type.String(),
      event: Type.String(),
      toState: Type.Enum(clueStates),
      by: Type.String(),
      note: Type.String(),
    }),
  ),
  /** Every step possible in this state, with why this person cannot take it. */
  steps: Type.Array(Type.Object({ event: Type.Enum([...clueEvents]), whyNot: Nullable(Words) })),
  law: Type.Array(Type.String()),
})
export type ClueDetail = Static<typeof ClueDetail>

const ClueList = Type.Object({
  today: Day,
  items: Type.Array(ClueRow),
  total: Type.Integer(),
  counts: Type.Record(Type.String(), Type.Integer()),
  officers: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
  towns: Type.Array(Type.Object({ code: Type.String(), name: Type.String() })),
})

export const ClueFigures = Type.Object({
  from: Day,
  to: Day,
  sources: Type.Array(
    Type.Object({
      source: Type.Enum(sourceCodes),
      received: Type.Integer(),
      closed: Type.Integer(),
      converted: Type.Integer(),
      founded: Type.Integer(),
      daysToDecide: Nullable(Type.Number()),
    }),
  ),
})
export type ClueFigures = Static<typeof ClueFigures>

const readers = allow.staff(...clueReaders)
const url = '/api/intelligence/clues'
const params = Type.Object({ no: ClueNo })

/** 线索: one intake, one list by clock, one table of steps. */
export const clueRoutes = {
  list: {
    method: 'GET',
    url,
    allow: readers,
    summary: '线索清单，按期限排列',
    query: Type.Object({
      state: Type.Optional(Type.Enum(clueStates)),
      source: Type.Optional(Type.Enum(sourceCodes)),
      mine: Type.Optional(Type.Boolean()),
      figure: Type.Optional(Type.Enum(['received', 'closed', 'converted'])),
      from: Type.Optional(Day),
      to: Type.Optional(Day),
      page: Type.Integer({ minimum: 1, default: 1 }),
    }),
    reply: ClueList,
  },
  read: { method: 'GET', url: `${url}/:no`, allow: readers, summary: '一条线索', params, reply: ClueDetail },
  paper: {
    method: 'GET',
    url: `${url}/:no/paper`,
    allow: readers,
    summary: '打印线索登记表、流转表：代号，时间取整到小时',
    params,
    reply: 'pdf',
  },
  take: {
    method: 'POST',
    url,
    allow: allow.staff('informantDesk', 'analyst', 'inspector', 'head'),
    summary: '受理线索：12313、检查、零售户、案件、寄递、互联网、部门移送',
    body: Type.Object(
      {
        source: Type.Enum([...deskSources]),
        matter: Type.Enum(matterCodes),
        areaCode: Type.Optional(Type.String({ pattern: '^\\d{9}$' })),
        text: Type.String({ maxLength: 4000 }),
        confirmed: Type.Array(Fact, { maxItems: 40 }),
        /** Given: somebody reported it and gets a receipt, with a name or without. */
        reporter: Type.Optional(Reporter),
        /** 有新消息时发短信; only with a telephone. */
        smsWanted: Type.Optional(Type.Boolean()),
        nonce: Nonce,
      },
      strict,
    ),
    reply: Type.Object({ no: Type.String(), receipt: Nullable(Type.String()) }),
  },
  compare: {
    method: 'POST',
    url: `${url}/compare`,
    allow: readers,
    summary: '录入时查重',
    withoutKey: 'reads only; the text is too long for an address',
    body: Type.Object({ text: Type.String({ maxLength: 4000 }), facts: Type.Array(Fact, { maxItems: 40 }) }, strict),
    reply: Type.Object({ likenesses: Type.Array(Likeness) }),
  },
  step: {
    method: 'POST',
    url: `${url}/:no/steps`,
    allow: readers,
    summary: '办理一步',
    params,
    privileged: { field: 'event', values: ['convert', 'refer', 'unfound', 'extend'] },
    body: Type.Object(
      {
        event: Type.Enum([...clueEvents]),
        version: Type.Integer(),
        input: Type.Object(
          {
            words: Type.Optional(Type.String({ maxLength: 1000 })),
            grade: Type.Optional(Type.String({ maxLength: 1 })),
            staff: Type.Optional(Uuid),
            agency: Type.Optional(Type.String({ maxLength: 20 })),
            same: Type.Optional(Type.String({ maxLength: 20 })),
            days: Type.Optional(Type.String({ maxLength: 3 })),
            matter: Type.Optional(Type.String({ maxLength: 20 })),
          },
          strict,
        ),
      },
      strict,
    ),
    reply: ClueDetail,
  },
  judge: {
    method: 'POST',
    url: `${url}/:no/facts/:factId`,
    allow: readers,
    summary: '确认或否定一个要素',
    params: Type.Object({ no: ClueNo, factId: Uuid }),
    body: Type.Object({ word: Type.Enum(['confirmed', 'rejected']) }, strict),
    reply: ClueDetail,
  },
  addFact: {
    method: 'POST',
    url: `${url}/:no/facts`,
    allow: readers,
    summary: '补充一个要素',
    params,
    body: Fact,
    reply: ClueDetail,
  },
  photo: {
    method: 'GET',
    url: `${url}/:no/photos/:photoId`,
    allow: readers,
    summary: '一张照片',
    params: Type.Object({ no: ClueNo, photoId: Uuid }),
    reply: Type.Object({ media: Type.String(), content: Type.String() }),
  },
  figures: {
    method: 'GET',
    url: '/api/intelligence/clue-figures',
    allow: readers,
    summary: '各来源的数字和线索成案率',
    query: Type.Object({ from: Day, to: Day }),
    reply: ClueFigures,
  },
} as const satisfies Routes
