import Type from 'typebox'
import { allow } from '#kernel/actor'
import type { Routes } from '#kernel/route'
import { CaseDetail, Defects } from './case-detail.ts'
import { evidenceRoutes } from './evidence.ts'
import { CaseNo, Input, strict } from './shapes.ts'

const Uuid = Type.String({ pattern: '^[0-9a-f-]{36}$' })
const Text = (maxLength: number) => Type.String({ minLength: 1, maxLength })

export const recordKinds = {
  questioning: { zh: '询问笔录', en: 'Record of questioning' },
  inspection: { zh: '检查（勘验）笔录', en: 'Record of inspection' },
} as const

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
  ...evidenceRoutes,
  attachVisit: {
    method: 'POST',
    url: '/api/cases/:no/visit-record',
    allow: allow.staff('inspector'),
    summary: '把现场检查笔录放进案卷',
    params: OneCase,
    body: Type.Object({ taskId: Type.String({ pattern: '^RW-\\d{4}-\\d{6}$' }) }, strict),
    reply: CaseDetail,
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
