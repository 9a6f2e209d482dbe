import Type, { type Static } from 'typebox'
import { allow } from '#kernel/actor'
import type { Routes } from '#kernel/route'
import { CaseRow } from './cases.ts'
import { CaseNo, Day, Input, Nullable, strict, Words } from './shapes.ts'

const Why = Type.Object({ zh: Type.String(), en: Type.String(), basis: Type.String() })
const Fact = Type.Object({ zh: Type.String(), en: Type.String(), value: Type.String() })
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
export const custodyActs = {
  taken: { zh: '取得', en: 'Taken' },
  stored: { zh: '入库保管', en: 'Stored' },
  lent: { zh: '调用', en: 'Lent' },
  returned: { zh: '归还', en: 'Returned' },
  tested: { zh: '送检', en: 'Tested' },
  transferred: { zh: '移交', en: 'Transferred' },
} as const
export type CustodyAct = keyof typeof custodyActs
export const recordKinds = {
  questioning: { zh: '询问笔录', en: 'Record of questioning' },
  inspection: { zh: '检查（勘验）笔录', en: 'Record of inspection' },
} as const
export type RecordKind = keyof typeof recordKinds

export const CaseDetail = Type.Object({
  row: CaseRow,
  version: Type.Integer(),
  state: Words,
  party: Type.Array(Fact),
  facts: Type.Array(Fact),
  officers: Type.Array(Type.Object({ id: Type.String(), name: Type.String(), certificateNo: Nullable(Type.String()) })),
  /** The next thing to do stands first; why it is not possible beside it. */
  steps: Type.Array(
    Type.Object({
      event: Type.String(),
      zh: Type.String(),
      en: Type.String(),
      onward: Type.Boolean(),
      basis: Type.Array(Type.Object({ instrument: Type.String(), article: Type.Integer(), zh: Type.String() })),
      whyNot: Nullable(Words),
      unmet: Type.Array(Why),
      preset: Input,
    }),
  ),
  clocks: Type.Array(
    Type.Object({
      kind: Type.String(),
      zh: Type.String(),
      en: Type.String(),
      whose: Type.String(),
      startedOn: Day,
      dueOn: Day,
      dueAt: Nullable(Type.String()),
      state: Type.String(),
      endedOn: Nullable(Day),
      late: Type.Boolean(),
      estimated: Type.Boolean(),
      basis: Type.String(),
    }),
  ),
  history: Type.Array(
    Type.Object({ n: Type.Integer(), at: Type.String(), event: Words, by: Type.String(), lines: Type.Array(Fact) }),
  ),
  papers: Type.Array(
    Type.Object({
      id: Type.String(),
      title: Type.String(),
      number: Type.String(),
      issuedOn: Day,
      volume: Type.String(),
    }),
  ),
  evidence: Type.Array(
    Type.Object({
      id: Type.String(),
      n: Type.Integer(),
      kind: Type.String(),
      title: Type.String(),
      source: Type.String(),
      place: Type.String(),
      takenOn: Day,
      digest: Type.String(),
      bytes: Type.Integer(),
      custody: Type.Array(
        Type.Object({ at: Type.String(), by: Type.String(), act: Type.String(), words: Type.String() }),
      ),
    }),
  ),
  records: Type.Array(
    Type.Object({
      id: Type.String(),
      kind: Type.String(),
      at: Type.String(),
      by: Type.String(),
      second: Nullable(Type.String()),
      digest: Type.String(),
      mayConfirm: Type.Boolean(),
    }),
  ),
  money: Nullable(
    Type.Object({
      fine: Type.Integer(),
      gains: Type.Integer(),
      paid: Type.Integer(),
      late: Type.Integer(),
      owed: Type.Integer(),
      stayed: Type.Boolean(),
    }),
  ),
  people: Type.Array(Type.Object({ id: Type.String(), name: Type.String(), certified: Type.Boolean() })),
})
export type CaseDetail = Static<typeof CaseDetail>

export const Defects = Type.Object({
  items: Type.Array(
    Type.Object({
      code: Type.String(),
      zh: Type.String(),
      en: Type.String(),
      detail: Type.String(),
      basis: Type.String(),
    }),
  ),
  checks: Type.Integer(),
})
export type Defects = Static<typeof Defects>

const staff = allow.staff('inspector', 'head', 'legal')
const OneCase = Type.Object({ no: CaseNo }, strict)

export const detailRoutes = {
  read: { method: 'GET', url: '/api/cases/:no', allow: staff, summary: '一件案件', params: OneCase, reply: CaseDetail },
  step: {
    method: 'POST',
    url: '/api/cases/:no/steps',
    allow: staff,
    summary: '办理一步',
    params: OneCase,
    body: Type.Object({ event: Type.String({ maxLength: 30 }), version: Type.Integer(), input: Input }, strict),
    reply: CaseDetail,
    privileged: {
      field: 'event',
      values: ['approveFiling', 'decide', 'decideOnSpot', 'approveTransfer', 'applyCourt', 'publish', 'close'],
    },
  },
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
        content: Type.String({ minLength: 4, maxLength: 2_300_000, pattern: '^[A-Za-z0-9+/]+={0,2}$' }),
      },
      strict,
    ),
    reply: CaseDetail,
  },
  attachVisit: {
    method: 'POST',
    url: '/api/cases/:no/visit-record',
    allow: allow.staff('inspector'),
    summary: '把现场检查笔录放进案卷',
    params: OneCase,
    body: Type.Object({ taskId: Type.String({ pattern: '^RW-\\d{4}-\\d{6}$' }) }, strict),
    reply: CaseDetail,
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
    reply: Type.Object({ media: Type.String(), digest: Type.String(), content: Type.String() }),
  },
  record: {
    method: 'POST',
    url: '/api/cases/:no/records',
    allow: allow.staff('inspector'),
    summary: '制作询问笔录、检查笔录',
    params: OneCase,
    body: Type.Object(
      {
        kind: Type.Enum(['questioning', 'inspection']),
        place: Text(120),
        from: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}$' }),
        until: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}$' }),
        person: Text(60),
        words: Text(8000),
        shown: Type.Literal(true),
        /** Handwriting as SVG path, or why there is none with the witness named. */
        signature: Type.String({ maxLength: 20_000, pattern: '^[MLQ0-9 .,-]*$' }),
        refused: Type.String({ maxLength: 200 }),
      },
      strict,
    ),
    reply: CaseDetail,
  },
  confirmRecord: {
    method: 'POST',
    url: '/api/cases/records/:id/confirm',
    allow: allow.staff('inspector'),
    summary: '第二名办案人员核对笔录并签名',
    params: Type.Object({ id: Uuid }, strict),
    body: Type.Object({ digest: Type.String({ pattern: '^[0-9a-f]{64}$' }) }, strict),
    reply: CaseDetail,
  },
  recordPaper: {
    method: 'GET',
    url: '/api/cases/records/:id',
    allow: staff,
    summary: '笔录',
    params: Type.Object({ id: Uuid }, strict),
    reply: 'pdf',
  },
  paper: {
    method: 'GET',
    url: '/api/cases/papers/:id',
    allow: staff,
    summary: '文书',
    params: Type.Object({ id: Uuid }, strict),
    reply: 'pdf',
  },
  lint: {
    method: 'GET',
    url: '/api/cases/:no/lint',
    allow: staff,
    summary: '案卷评查',
    params: OneCase,
    reply: Defects,
  },
  bundle: {
    method: 'GET',
    url: '/api/cases/:no/bundle',
    allow: staff,
    summary: '整卷导出：目录、全部文书、证据清单和摘要',
    params: OneCase,
    reply: 'pdf',
  },
} as const satisfies Routes
