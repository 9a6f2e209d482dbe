import Type, { type Static } from 'typebox'
import { allow } from '#kernel/actor'
import type { Routes } from '#kernel/route'
import { Day, FileId, Input, Kind, LicenceNo, Nullable, strict } from './shapes.ts'

const Words = Type.Object({ zh: Type.String(), en: Type.String() })

export const FileRow = Type.Object({
  id: Type.String(),
  kind: Kind,
  licenceNo: Type.String(),
  shopName: Type.String(),
  town: Type.String(),
  state: Type.String(),
  /** The clock of the file; null where none runs. */
  dueOn: Nullable(Day),
  late: Type.Boolean(),
  openedOn: Day,
  openedBy: Type.String(),
  /** What it is about, in one line. */
  about: Words,
})
export type FileRow = Static<typeof FileRow>

export const FileDetail = Type.Object({
  file: FileRow,
  version: Type.Integer(),
  facts: Type.Array(Type.Object({ zh: Type.String(), en: Type.String(), value: Words })),
  /** Numbers of files, tasks, alerts and licences this one speaks of. */
  links: Type.Array(Type.String()),
  /** Conditions checked by rule, where the kind has them. */
  conditions: Type.Array(Type.Object({ met: Type.Boolean(), zh: Type.String(), en: Type.String() })),
  events: Type.Array(
    Type.Object({ at: Type.String(), event: Words, toState: Type.String(), by: Type.String(), note: Type.String() }),
  ),
  /** Every step possible in this state, with why this person cannot take it. */
  steps: Type.Array(Type.Object({ event: Type.String(), whyNot: Nullable(Words) })),
  papers: Type.Array(Type.Object({ id: Type.String(), title: Type.String(), number: Type.String() })),
})
export type FileDetail = Static<typeof FileDetail>

export const FileList = Type.Object({
  today: Day,
  items: Type.Array(FileRow),
  total: Type.Integer(),
  /** How many in each state; each number opens to its rows. */
  counts: Type.Record(Type.String(), Type.Integer()),
})
export type FileList = Static<typeof FileList>

export const ClockList = Type.Object({
  today: Day,
  /** By what they end: late, within seven days, later. */
  items: Type.Array(FileRow),
  alarms: Type.Integer(),
  waitingCases: Type.Integer(),
  officers: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
})
export type ClockList = Static<typeof ClockList>

const seers = allow.staff('inspector', 'analyst', 'legal', 'head', 'window')
const url = '/api/credit/files'
const params = Type.Object({ id: FileId })

/** 信用与处置的档案: all kinds by one way, each with its own table. */
export const fileRoutes = {
  clocks: {
    method: 'GET',
    url: '/api/credit/clocks',
    allow: seers,
    summary: '信用与处置：时限、到期告警、待立案',
    reply: ClockList,
  },
  list: {
    method: 'GET',
    url,
    allow: seers,
    summary: '一类档案的清单',
    query: Type.Object({
      kind: Kind,
      state: Type.Optional(Type.String({ pattern: '^[a-zA-Z]{1,20}$' })),
      licenceNo: Type.Optional(LicenceNo),
      page: Type.Integer({ minimum: 1, default: 1 }),
    }),
    reply: FileList,
  },
  read: {
    method: 'GET',
    url: `${url}/:id`,
    allow: seers,
    summary: '一份档案：事实、经过、能办的步骤',
    params,
    reply: FileDetail,
  },
  open: {
    method: 'POST',
    url,
    allow: allow.staff('inspector', 'analyst', 'legal', 'head', 'window', 'helper'),
    summary: '立档：信用记录、异常档案、约谈、示范店推荐、窗口代收的异议和修复',
    body: Type.Object({ kind: Kind, licenceNo: LicenceNo, input: Input }, strict),
    reply: FileDetail,
  },
  step: {
    method: 'POST',
    url: `${url}/:id/steps`,
    allow: seers,
    summary: '办理一步',
    privileged: { field: 'event', values: ['confirm', 'approve', 'grant', 'name', 'remove', 'notify'] },
    params,
    body: Type.Object({ event: Type.String({ maxLength: 20 }), version: Type.Integer(), input: Input }, strict),
    reply: FileDetail,
  },
  paper: {
    method: 'GET',
    url: '/api/credit/papers/:paperId',
    allow: allow.of(allow.citizen, seers),
    summary: '约谈通知书、约谈记录',
    params: Type.Object({ paperId: Type.String({ format: 'uuid' }) }),
    reply: 'pdf',
  },
  compare: {
    method: 'POST',
    url: '/api/credit/suspicions/compare',
    allow: allow.staff('inspector', 'analyst', 'head'),
    summary: '比对登记信息：一户多证、人证不符',
    body: Type.Object({}, strict),
    reply: Type.Object({ compared: Type.Integer(), found: Type.Integer(), fresh: Type.Integer() }),
  },
} as const satisfies Routes
