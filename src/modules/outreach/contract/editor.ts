import Type, { type Static } from 'typebox'
import { allow } from '#kernel/actor'
import type { Routes } from '#kernel/route'
import { ImpactView } from './library.ts'
import { Day, keyParams, Maybe, StatuteArticle, strict } from './shapes.ts'

export { faultsOfOrder, parsePasted } from '../library/rules/parse-statute.ts'

/** 法规草案: a new text, a new version, or the entry that a text is no longer in force. */
export const LawDraftLine = Type.Object({
  id: Type.Integer(),
  kind: Type.Enum(['text', 'withdrawal']),
  title: Type.String(),
  textOf: Maybe(Day),
  effective: Day,
  source: Type.String(),
  why: Type.String(),
  draftedBy: Type.String(),
  draftedAt: Type.String(),
  mine: Type.Boolean(),
  state: Type.Enum(['open', 'released', 'dropped']),
  closedBy: Maybe(Type.String()),
  /** Where it is read once it is released. */
  key: Type.String(),
})
export type LawDraftLine = Static<typeof LawDraftLine>

const editors = allow.staff('legal', 'head', 'reviewer')
const releasers = allow.staff('legal', 'head')
const DraftId = Type.Object({ id: Type.Integer({ minimum: 1 }) })
const Drafts = Type.Object({ items: Type.Array(LawDraftLine) })
const Words = Type.String({ minLength: 1, maxLength: 300 })

export const editorRoutes = {
  listLawDrafts: {
    method: 'GET',
    url: '/api/outreach/law-drafts',
    allow: editors,
    summary: '法规草案和发布记录',
    reply: Drafts,
  },
  getLawDraft: {
    method: 'GET',
    url: '/api/outreach/law-drafts/:id',
    allow: editors,
    summary: '一份草案的条文和影响清单',
    params: DraftId,
    reply: Type.Object({
      draft: LawDraftLine,
      articles: Type.Array(StatuteArticle),
      missing: Type.Array(Type.Integer()),
      /** The version it is compared with; null for a law that is new to the library. */
      before: Maybe(Type.String()),
      items: Type.Array(ImpactView),
    }),
  },
  draftLaw: {
    method: 'POST',
    url: '/api/outreach/law-drafts',
    allow: editors,
    summary: '起草法规文本：新的法规或者新的版本',
    body: Type.Object(
      {
        title: Type.String({ minLength: 2, maxLength: 120 }),
        textOf: Day,
        effective: Day,
        source: Words,
        why: Words,
        body: Type.String({ minLength: 1, maxLength: 600_000 }),
      },
      strict,
    ),
    reply: Drafts,
  },
  draftWithdrawal: {
    method: 'POST',
    url: '/api/outreach/statutes/:key/withdrawal',
    allow: editors,
    summary: '起草废止条目',
    params: keyParams,
    body: Type.Object({ effective: Day, source: Words, why: Words }, strict),
    reply: Drafts,
  },
  dropLawDraft: {
    method: 'POST',
    url: '/api/outreach/law-drafts/:id/drop',
    allow: editors,
    summary: '撤回草案',
    params: DraftId,
    reply: Drafts,
  },
  releaseLawDraft: {
    method: 'POST',
    url: '/api/outreach/law-drafts/:id/release',
    privileged: true,
    allow: releasers,
    summary: '发布：由起草人以外的人',
    params: DraftId,
    reply: Drafts,
  },
} as const satisfies Routes
