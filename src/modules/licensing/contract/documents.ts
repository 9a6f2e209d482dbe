import Type, { type Static, type TProperties } from 'typebox'
import { allow, type Permission } from '#kernel/actor'
import type { Routes } from '#kernel/route'
import { mediaKinds } from '../rules/documents/document-bytes.ts'
import { documentKinds } from '../rules/documents/needs.ts'
import { serviceCodes } from '../rules/services/service.ts'
import { Nullable, strict } from './shapes/parts.ts'

const Id = Type.String({ format: 'uuid' })
const Kind = Type.Enum([...documentKinds])

export const DocumentView = Type.Object({
  documentId: Id,
  kind: Kind,
  name: Type.String(),
  nameEn: Type.String(),
  media: Type.Enum([...mediaKinds]),
  bytes: Type.Integer(),
  /** SM3 of the content as it is kept. */
  digest: Type.String(),
  channel: Type.String(),
  channelEn: Type.String(),
  givenAt: Type.String(),
})
export type DocumentView = Static<typeof DocumentView>

/** 已有电子证照 · 缺 · 可以交 · 已提交 */
export const DocumentLine = Type.Object({
  kind: Kind,
  name: Type.String(),
  nameEn: Type.String(),
  hint: Type.String(),
  hintEn: Type.String(),
  state: Type.Enum(['fetched', 'missing', 'offered', 'given']),
  documents: Type.Array(DocumentView),
})
export type DocumentLine = Static<typeof DocumentLine>

export const DocumentList = Type.Object({
  lines: Type.Array(DocumentLine),
  /** Whether more may be added now. */
  open: Type.Boolean(),
  /** 一次性告知 that waits for an answer: every point of it. */
  asked: Type.Array(Type.Object({ what: Type.String(), how: Type.String() })),
  maxBytes: Type.Integer(),
})
export type DocumentList = Static<typeof DocumentList>

/** Which matter: of an application, or of one that is still being filled in. */
export const DocumentMatter = Type.Object(
  {
    service: Type.Enum([...serviceCodes]),
    licenceNo: Nullable(Type.String({ minLength: 12, maxLength: 12 })),
    applicationNo: Nullable(Type.String({ maxLength: 40 })),
  },
  strict,
)
export type DocumentMatter = Static<typeof DocumentMatter>

/** Raw bytes of one part; small enough to pass a poor mobile network in seconds. */
export const partBytes = 256 * 1024

export const DocumentContent = Type.Object({ media: Type.Enum([...mediaKinds]), content: Type.String() })
export type DocumentContent = Static<typeof DocumentContent>

/**
 * 材料 through one door. A file goes in parts under a number the sender chooses: a part that was sent twice is one part, and
 * after a break only what is missing is sent.
 */
export const documentRoutesAt = <W extends TProperties>(
  base: `/api/${string}`,
  { who, permission, where }: { who: W; permission: Permission; where: string },
) =>
  ({
    list: {
      method: 'POST',
      url: `${base}/document-list`,
      allow: permission,
      summary: `${where}：材料清单`,
      withoutKey: 'reads only; the matter stands in the body because it is one',
      params: Type.Object(who),
      body: Type.Object(
        {
          ...DocumentMatter.properties,
          answers: Type.Record(Type.String({ maxLength: 40 }), Type.String({ maxLength: 200 })),
          businessFetched: Type.Boolean(),
          paperMandate: Type.Boolean(),
        },
        strict,
      ),
      reply: DocumentList,
    },
    parts: {
      method: 'GET',
      url: `${base}/uploads/:uploadId`,
      allow: permission,
      summary: `${where}：已收到哪几段`,
      params: Type.Object({ ...who, uploadId: Id }),
      reply: Type.Object({ parts: Type.Array(Type.Integer()) }),
    },
    sendPart: {
      method: 'PUT',
      url: `${base}/uploads/:uploadId/parts/:part`,
      allow: permission,
      summary: `${where}：上传一段`,
      withoutKey: 'the same part again changes nothing',
      params: Type.Object({ ...who, uploadId: Id, part: Type.Integer({ minimum: 0, maximum: 99 }) }),
      body: Type.Object({ content: Type.String({ maxLength: 400_000, pattern: '^[A-Za-z0-9+/]+={0,2}$' }) }, strict),
      reply: 'empty',
    },
    add: {
      method: 'POST',
      url: `${base}/documents`,
      allow: permission,
      summary: `${where}：提交材料`,
      params: Type.Object(who),
      body: Type.Object(
        { ...DocumentMatter.properties, kind: Kind, uploadId: Id, parts: Type.Integer({ minimum: 1, maximum: 100 }) },
        strict,
      ),
      reply: DocumentView,
    },
    content: {
      method: 'GET',
      url: `${base}/documents/:documentId/content`,
      allow: permission,
      summary: `${where}：看材料`,
      params: Type.Object({ ...who, documentId: Id }),
      reply: DocumentContent,
    },
    remove: {
      method: 'DELETE',
      url: `${base}/documents/:documentId`,
      allow: permission,
      summary: `${where}：不要这份材料了（提交以前）`,
      withoutKey: 'idempotent by nature',
      params: Type.Object({ ...who, documentId: Id }),
      reply: 'empty',
    },
  }) as const satisfies Routes

export const myDocumentRoutes = documentRoutesAt('/api/licensing/my', {
  who: {},
  permission: allow.citizen,
  where: '我的',
})
export const windowDocumentRoutes = documentRoutesAt('/api/licensing/window/:counterId', {
  who: { counterId: Id },
  permission: allow.staff('window'),
  where: '窗口',
})

export const fileDocumentRoutes = {
  documentContent: {
    method: 'GET',
    url: '/api/licensing/documents/:documentId/content',
    allow: allow.staff('window', 'reviewer', 'decider', 'head', 'verifier', 'legal'),
    summary: '看办件里的材料',
    params: Type.Object({ documentId: Id }),
    reply: DocumentContent,
  },
} as const satisfies Routes
