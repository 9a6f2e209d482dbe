import Type, { type Static } from 'typebox'
import { allow } from '#kernel/actor'
import type { Routes } from '#kernel/route'
import { Filing } from './filing.ts'
import { CaseNo, Day, LicenceNo, Nullable, strict, Words } from './shapes.ts'

const Text = (maxLength: number) => Type.String({ minLength: 1, maxLength })
const Digest = Type.String({ pattern: '^[0-9a-f]{64}$' })
const Uuid = Type.String({ pattern: '^[0-9a-f-]{36}$' })
/** Handwriting as an SVG path in a frame of 320 × 120. */
const Hand = Type.String({ maxLength: 20_000, pattern: '^[MLQ0-9 .,-]*$' })
const Minute = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}$' })

/** 被询问人、在场人 and what he is to the case. */
export const personRoles = {
  party: { zh: '当事人', en: 'Party' },
  represented: { zh: '法定代表人、负责人', en: 'Head of the party' },
  clerk: { zh: '店内人员、在场人', en: 'Person present' },
  witness: { zh: '证人', en: 'Witness' },
} as const
export type PersonRole = keyof typeof personRoles
export const readBacks = {
  self: { zh: '本人阅读', en: 'Read by himself' },
  aloud: { zh: '向其宣读', en: 'Read out to him' },
} as const

/**
 * 现场制作的笔录 as it lies on the telephone. Its SM3 is taken there over this very text, so its keys keep the order in which they were
 * written; whoever changes a letter on the way is found out.
 */
export const FieldRecord = Type.Object(
  {
    caseNo: CaseNo,
    kind: Type.Enum(['questioning', 'inspection']),
    place: Text(120),
    from: Minute,
    until: Minute,
    person: Text(60),
    role: Type.Enum(Object.keys(personRoles) as [PersonRole, ...PersonRole[]]),
    /** 执法证已出示; 申请回避、陈述申辩的权利和如实回答的义务已告知 (行政处罚法 §43–§45, §55). */
    shown: Type.Literal(true),
    told: Type.Literal(true),
    words: Text(8000),
    readBack: Type.Enum(['self', 'aloud']),
    /** 更正: what stood there, what stands now, and the hand of the person beside it. Nothing is struck out unseen. */
    corrections: Type.Array(
      Type.Object({ before: Text(300), after: Type.String({ maxLength: 300 }), initials: Hand }, strict),
      { maxItems: 20 },
    ),
    /** Of the person; empty where `refused` says why, with two officers as witnesses or one of others (CF 55 is silent; usage). */
    signature: Hand,
    refused: Type.String({ maxLength: 200 }),
    witness: Type.String({ maxLength: 60 }),
    second: Uuid,
    officers: Type.Object({ first: Hand, second: Hand }, strict),
    fix: Nullable(
      Type.Object(
        { lng: Type.Number(), lat: Type.Number(), accuracyMetres: Type.Number({ minimum: 0 }), at: Type.String() },
        strict,
      ),
    ),
    /** SM3 of the pictures taken with it; they are evidence of the case on their own. */
    photos: Type.Array(Digest, { maxItems: 12 }),
    capturedAt: Type.String({ maxLength: 40 }),
  },
  strict,
)
export type FieldRecord = Static<typeof FieldRecord>

/** One act of an officer as the telephone keeps and sends it. */
export const RecordAct = Type.Union([
  Type.Object({ kind: Type.Literal('record'), record: FieldRecord, digest: Digest }, strict),
  Type.Object({ kind: Type.Literal('confirm'), id: Uuid, digest: Digest }, strict),
])
export type RecordAct = Static<typeof RecordAct>

/** What lies for the office: a record or a report as it was written. */
export const HeldCaseAct = Type.Union([RecordAct, Filing])
export type HeldCaseAct = Static<typeof HeldCaseAct>

const Waiting = Type.Object({
  id: Uuid,
  kind: Type.Enum(['questioning', 'inspection']),
  at: Type.String(),
  by: Type.String(),
  second: Nullable(Type.String()),
  digest: Digest,
  /** What he would sign, where he is the second officer; nobody else's words lie on the telephone. */
  content: Nullable(
    Type.Object({
      rows: Type.Array(Type.Array(Type.String())),
      words: Type.String(),
      corrections: Type.Array(Type.Object({ before: Type.String(), after: Type.String() })),
      refused: Type.String(),
    }),
  ),
})

export const FieldCase = Type.Object({
  no: CaseNo,
  about: Type.String(),
  violation: Nullable(Words),
  state: Words,
  party: Type.String(),
  address: Type.String(),
  phone: Type.String(),
  licenceNo: Nullable(LicenceNo),
  /** 检查任务 it came of. */
  taskId: Nullable(Type.String()),
  /** 立案报告 can be filled in: the case is being checked, and both officers hold certificates. */
  mayFile: Type.Boolean(),
  dueOn: Nullable(Day),
  dueClock: Nullable(Words),
  /** The other of the two; null where his certificate has run out. */
  second: Nullable(Type.Object({ id: Uuid, name: Type.String(), certificateNo: Type.String() })),
  records: Type.Array(Waiting),
})
export type FieldCase = Static<typeof FieldCase>

const inspector = allow.staff('inspector')
const OneCase = Type.Object({ no: CaseNo }, strict)

/** 办案外勤: 询问笔录、检查笔录 written where they happen, with or without network. */
export const caseFieldRoutes = {
  myCases: {
    method: 'GET',
    url: '/api/cases/field/mine',
    allow: inspector,
    summary: '我办的案件（离线用，留痕）',
    reply: Type.Object({
      today: Day,
      certificateNo: Nullable(Type.String()),
      cases: Type.Array(FieldCase),
    }),
  },
  recordAct: {
    method: 'POST',
    url: '/api/cases/:no/field/acts',
    allow: inspector,
    summary: '现场制作的笔录、第二名人员签认（可断网保存后发送）',
    params: OneCase,
    body: RecordAct,
    reply: Type.Object({ id: Type.String(), label: Type.String(), labelEn: Type.String() }),
  },
  holdRecordAct: {
    method: 'POST',
    url: '/api/cases/:no/field/held',
    allow: inspector,
    summary: '没有收下的笔录交办公室处理',
    params: OneCase,
    body: Type.Object({ act: RecordAct, why: Type.String({ maxLength: 60 }) }, strict),
    reply: Type.Object({ id: Type.String() }),
  },
  heldRecords: {
    method: 'GET',
    url: '/api/cases/:no/field/held',
    allow: allow.staff('inspector', 'head', 'legal'),
    summary: '没有收下、等办公室处理的笔录',
    params: OneCase,
    reply: Type.Object({
      items: Type.Array(
        Type.Object({
          id: Uuid,
          kind: Type.String(),
          why: Type.String(),
          by: Type.String(),
          heldAt: Type.String(),
          settled: Nullable(Type.String()),
        }),
      ),
    }),
  },
  openHeldRecord: {
    method: 'POST',
    url: '/api/cases/held-records/:id/opening',
    allow: allow.staff('head', 'legal'),
    summary: '查看没有收下的笔录（留痕）',
    withoutKey: 'reads only; each look is a line of the audit ledger',
    params: Type.Object({ id: Uuid }, strict),
    reply: Type.Object({ act: HeldCaseAct }),
  },
  settleHeldRecord: {
    method: 'POST',
    url: '/api/cases/held-records/:id/settlement',
    allow: allow.staff('head', 'legal'),
    summary: '没有收下的笔录已处理',
    params: Type.Object({ id: Uuid }, strict),
    body: Type.Object({ note: Text(200) }, strict),
    reply: 'empty',
  },
} as const satisfies Routes
