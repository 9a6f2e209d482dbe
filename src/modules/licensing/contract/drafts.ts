import Type, { type Static } from 'typebox'
import { allow } from '#kernel/actor'
import type { Routes } from '#kernel/route'
import { channels, serviceCodes } from '../rules/services/service.ts'
import { Answers, Deliver } from './shapes/application.ts'
import { Nullable, strict } from './shapes/parts.ts'

/** 草稿: what to show of it before it is opened. */
export const DraftRow = Type.Object({
  /** Eight characters; `spokenDraftCode` writes them in two groups. */
  code: Type.String(),
  /** What its QR says: an address of the portal that holds the code. */
  link: Type.String(),
  service: Type.Enum([...serviceCodes]),
  serviceLabel: Type.String(),
  serviceLabelEn: Type.String(),
  licenceNo: Nullable(Type.String()),
  savedAt: Type.String(),
  expiresAt: Type.String(),
  /** 已附材料: how many papers lie with it already. */
  documents: Type.Integer(),
  /** Through which doors it went, oldest first. */
  history: Type.Array(
    Type.Object({
      channel: Type.Enum([...channels]),
      channelLabel: Type.String(),
      channelLabelEn: Type.String(),
      at: Type.String(),
    }),
  ),
})
export type DraftRow = Static<typeof DraftRow>

/** The draft with what was said; consent and signature are never in it and are asked again. */
export const Draft = Type.Object({
  ...DraftRow.properties,
  answers: Answers,
  deliver: Nullable(Deliver.properties.mode),
  phone: Nullable(Type.String()),
})
export type Draft = Static<typeof Draft>

export const SavedDraft = Type.Object({
  ...DraftRow.properties,
  /** The QR as a drawing, so that no front end needs a library for it. */
  qrSvg: Type.String(),
})
export type SavedDraft = Static<typeof SavedDraft>

export const SaveDraft = Type.Object(
  {
    service: Type.Enum([...serviceCodes]),
    licenceNo: Nullable(Type.String({ minLength: 12, maxLength: 12 })),
    answers: Answers,
    deliver: Nullable(Deliver.properties.mode),
    phone: Nullable(Type.String({ maxLength: 20 })),
  },
  strict,
)
export type SaveDraft = Static<typeof SaveDraft>

export const ByCode = Type.Object({ code: Type.String({ maxLength: 200 }) }, strict)

/** The code stands in the body, never in an address: addresses are written into logs. */
export const draftRoutes = {
  saveDraft: {
    method: 'POST',
    url: '/api/licensing/my/drafts',
    allow: allow.citizen,
    summary: '保存草稿（同一事项用同一个码）',
    body: SaveDraft,
    reply: SavedDraft,
  },
  myDrafts: {
    method: 'GET',
    url: '/api/licensing/my/drafts',
    allow: allow.citizen,
    summary: '我的草稿',
    reply: Type.Object({ items: Type.Array(DraftRow) }),
  },
  openDraft: {
    method: 'POST',
    url: '/api/licensing/my/drafts/opening',
    allow: allow.citizen,
    summary: '凭草稿码继续办理',
    body: ByCode,
    reply: Draft,
  },
  discardDraft: {
    method: 'POST',
    url: '/api/licensing/my/drafts/discarding',
    allow: allow.citizen,
    summary: '删除草稿',
    body: ByCode,
    reply: 'empty',
  },
} as const satisfies Routes
