import Type from 'typebox'
import { allow } from '#kernel/actor'
import type { Routes } from '#kernel/route'
import { CaseDetail } from './case-detail.ts'
import { CaseNo, Day, strict } from './shapes.ts'

const Uuid = Type.String({ pattern: '^[0-9a-f-]{36}$' })
const Text = (maxLength: number) => Type.String({ minLength: 1, maxLength })

export const evidenceKinds = {
  document: { zh: '书证', en: 'Document' },
  thing: { zh: '物证', en: 'Thing' },
  audiovisual: { zh: '视听资料', en: 'Audio or video' },
  electronic: { zh: '电子数据', en: 'Electronic data' },
  witness: { zh: '证人证言', en: 'Witness' },
  party: { zh: '当事人陈述', en: 'Statement of the party' },
  expert: { zh: '鉴定意见', en: 'Expert opinion' },
  record: { zh: '勘验、现场笔录', en: 'Record of the scene' },
} as const
export type EvidenceKind = keyof typeof evidenceKinds
/** Raw bytes of one part; in letters it passes the door of the house. */
export const evidencePartBytes = 1_200_000
export const evidenceMostParts = 100
const Base64 = Type.String({ minLength: 4, maxLength: 2_300_000, pattern: '^[A-Za-z0-9+/]+={0,2}$' })
const staff = allow.staff('inspector', 'head', 'legal')
const OneCase = Type.Object({ no: CaseNo }, strict)

/** 证据: taken with its digest, kept for good, with who had it. */
export const evidenceRoutes = {
  evidence: {
    method: 'POST',
    url: '/api/cases/:no/evidence',
    allow: allow.staff('inspector'),
    summary: '登记证据：取得时即计算摘要，只增不改',
    params: OneCase,
    body: Type.Object(
      {
        kind: Type.Enum(Object.keys(evidenceKinds) as [EvidenceKind, ...EvidenceKind[]]),
        title: Text(120),
        source: Text(200),
        place: Text(200),
        takenOn: Day,
        media: Type.Enum(['image/jpeg', 'image/png', 'application/pdf', 'text/plain', 'audio/mpeg', 'video/mp4']),
        /** SM3 as the taking device reckoned it; the server reckons it again. */
        digest: Type.String({ pattern: '^[0-9a-f]{64}$' }),
        /** The bytes, or the upload whose parts they came in. */
        content: Type.Optional(Base64),
        upload: Type.Optional(
          Type.Object({ id: Uuid, parts: Type.Integer({ minimum: 1, maximum: evidenceMostParts }) }, strict),
        ),
      },
      strict,
    ),
    reply: CaseDetail,
  },
  evidencePart: {
    method: 'POST',
    url: '/api/cases/:no/evidence-uploads/:uploadId/parts/:part',
    allow: allow.staff('inspector'),
    summary: '大件证据的一段（同一段再传不重复）',
    params: Type.Object(
      { no: CaseNo, uploadId: Uuid, part: Type.Integer({ minimum: 1, maximum: evidenceMostParts }) },
      strict,
    ),
    body: Type.Object({ content: Base64 }, strict),
    reply: 'empty',
  },
  custody: {
    method: 'POST',
    url: '/api/cases/evidence/:id/custody',
    allow: allow.staff('inspector'),
    summary: '证据的保管、调用、移交',
    params: Type.Object({ id: Uuid }, strict),
    body: Type.Object(
      { act: Type.Enum(['stored', 'lent', 'returned', 'tested', 'transferred']), words: Text(200) },
      strict,
    ),
    reply: CaseDetail,
  },
  evidenceFile: {
    method: 'GET',
    url: '/api/cases/evidence/:id/content',
    allow: staff,
    summary: '证据原件',
    params: Type.Object({ id: Uuid }, strict),
    query: Type.Object({ part: Type.Optional(Type.Integer({ minimum: 1, maximum: evidenceMostParts })) }, strict),
    /** One part and how many there are; together they have the digest. */
    reply: Type.Object({
      ...{ media: Type.String(), digest: Type.String(), bytes: Type.Integer() },
      ...{ parts: Type.Integer(), content: Type.String() },
    }),
  },
} as const satisfies Routes
