import Type, { type Static } from 'typebox'
import { allow } from '#kernel/actor'
import type { Routes } from '#kernel/route'

/** 本局参数: what holds, what is drafted, what it would change, and its publication by a second person. */
const strict = { additionalProperties: false } as const
const Value = Type.Union([Type.Number(), Type.String({ maxLength: 300 }), Type.Boolean()])
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
const Maybe = <const S extends Type.TSchema>(schema: S) => Type.Union([schema, Type.Null()])

/** One version of a value; `publication` null = shipped with the program. */
export const PolicyVersion = Type.Object({
  value: Value,
  effective: Day,
  basis: Type.String(),
  publication: Maybe(Type.Integer()),
  draftedBy: Maybe(Type.String()),
  confirmedBy: Maybe(Type.String()),
  publishedAt: Maybe(Type.String()),
})
export type PolicyVersion = Static<typeof PolicyVersion>

export const PolicyValue = Type.Object({
  key: Type.String(),
  value: Value,
  unit: Type.String(),
  note: Type.String(),
  basis: Type.String(),
  effective: Day,
  sure: Type.Enum(['law', 'excerpt', 'recalled', 'design']),
  unconfirmed: Type.Boolean(),
  confirmedBy: Maybe(Type.String()),
  /** Published, not yet in force. */
  coming: Type.Array(PolicyVersion),
  versions: Type.Array(PolicyVersion),
})
export type PolicyValue = Static<typeof PolicyValue>

export const PolicyTrial = Type.Object({
  id: Type.Integer(),
  state: Type.Enum(['running', 'done', 'cancelled']),
  lastCount: Type.Integer(),
  total: Type.Integer(),
  done: Type.Integer(),
  different: Type.Integer(),
  inRules: Type.Boolean(),
  askedBy: Type.String(),
  askedAt: Type.String(),
  /** The value it was compared with. */
  beforeValue: Value,
})
export type PolicyTrial = Static<typeof PolicyTrial>

export const PolicyDraft = Type.Object({
  id: Type.Integer(),
  key: Type.String(),
  value: Value,
  why: Type.String(),
  basis: Type.String(),
  draftedBy: Type.String(),
  draftedAt: Type.String(),
  mine: Type.Boolean(),
  trial: Maybe(PolicyTrial),
})
export type PolicyDraft = Static<typeof PolicyDraft>

export const TrialLine = Type.Object({
  applicationNo: Type.String(),
  before: Type.String(),
  after: Type.String(),
  rules: Type.Array(Type.String()),
  reasons: Type.Array(Type.String()),
})
export type TrialLine = Static<typeof TrialLine>

const readers = allow.staff('window', 'reviewer', 'decider', 'head', 'legal', 'systemAdmin', 'auditAdmin')
const drafters = allow.staff('reviewer', 'decider', 'head', 'legal')
const publishers = allow.staff('head', 'legal')
const DraftId = Type.Object({ id: Type.Integer({ minimum: 1 }) })
const Drafts = Type.Object({ items: Type.Array(PolicyDraft) })

export const policyRoutes = {
  listValues: {
    method: 'GET',
    url: '/api/policies/values',
    allow: readers,
    summary: '本局参数',
    reply: Type.Object({ today: Day, items: Type.Array(PolicyValue) }),
  },
  listDrafts: { method: 'GET', url: '/api/policies/drafts', allow: readers, summary: '参数草案', reply: Drafts },
  draftValue: {
    method: 'POST',
    url: '/api/policies/drafts',
    allow: drafters,
    summary: '起草一个参数',
    body: Type.Object(
      {
        key: Type.String({ maxLength: 80 }),
        value: Value,
        why: Type.String({ minLength: 1, maxLength: 500 }),
        basis: Type.String({ minLength: 1, maxLength: 500 }),
      },
      strict,
    ),
    reply: Drafts,
  },
  withdrawDraft: {
    method: 'POST',
    url: '/api/policies/drafts/:id/withdrawal',
    allow: drafters,
    summary: '撤回草案',
    params: DraftId,
    reply: Drafts,
  },
  startTrial: {
    method: 'POST',
    url: '/api/policies/drafts/:id/trials',
    allow: drafters,
    summary: '用最近的办件试算',
    params: DraftId,
    body: Type.Object({ last: Type.Integer({ minimum: 1, maximum: 100_000 }) }, strict),
    reply: Drafts,
  },
  getTrial: {
    method: 'GET',
    url: '/api/policies/trials/:id',
    allow: readers,
    summary: '试算的进度和结果',
    params: DraftId,
    reply: Type.Object({ trial: PolicyTrial, lines: Type.Array(TrialLine) }),
  },
  cancelTrial: {
    method: 'POST',
    url: '/api/policies/trials/:id/cancellation',
    allow: drafters,
    summary: '停止试算',
    params: DraftId,
    reply: Drafts,
  },
  publishDraft: {
    method: 'POST',
    url: '/api/policies/drafts/:id/publication',
    privileged: true,
    allow: publishers,
    summary: '发布参数',
    params: DraftId,
    body: Type.Object({ effective: Day }, strict),
    reply: Drafts,
  },
} as const satisfies Routes
