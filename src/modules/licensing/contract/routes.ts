import Type from 'typebox'
import { allow } from '#kernel/actor'
import type { Routes } from '#kernel/route'
import { decidingEvents } from '../rules/application/deciding-events.ts'
import { serviceCodes } from '../rules/services/service.ts'
import { Look } from './shapes/parts.ts'
import * as shape from './shapes.ts'

const LicenceNo = Type.Object({ licenceNo: Type.String({ maxLength: 12 }) })
const ApplicationNo = Type.Object({ applicationNo: Type.String({ maxLength: 40 }) })
const PrintId = Type.Object({ printId: Type.String({ format: 'uuid' }) })
/** Whoever has a step to take on a file. */
const fileStaff = allow.staff('window', 'reviewer', 'decider', 'head', 'verifier', 'legal')
const strict = { additionalProperties: false } as const

export const routes = {
  myLicences: {
    method: 'GET',
    url: '/api/licensing/my/licences',
    allow: allow.citizen,
    summary: '我的许可证',
    reply: Type.Object({ items: Type.Array(shape.LicenceCard) }),
  },
  serviceSheet: {
    method: 'GET',
    url: '/api/licensing/my/licences/:licenceNo/services/:service',
    allow: allow.citizen,
    summary: '申请预填与预检',
    params: Type.Object({
      licenceNo: Type.String({ maxLength: 12 }),
      service: Type.Enum(serviceCodes.filter(code => code !== 'issue')),
    }),
    reply: shape.ServiceSheet,
  },
  newSheet: {
    method: 'POST',
    url: '/api/licensing/my/new-licence',
    allow: allow.citizen,
    summary: '新办：预填与预检',
    // What was said so far goes in the body: an address does not belong into the log of addresses.
    withoutKey: 'looks only, stores nothing',
    body: shape.SaidSoFar,
    reply: shape.ServiceSheet,
  },
  submit: {
    method: 'POST',
    url: '/api/licensing/applications',
    allow: allow.citizen,
    summary: '提交申请',
    body: shape.SubmitApplication,
    reply: shape.CheckResult,
  },
  myApplications: {
    method: 'GET',
    url: '/api/licensing/my/applications',
    allow: allow.citizen,
    summary: '我的办件',
    reply: Type.Object({ items: Type.Array(shape.ApplicationRow) }),
  },
  myLooks: {
    method: 'GET',
    url: '/api/licensing/my/looks',
    allow: allow.citizen,
    summary: '谁看过我的数据',
    reply: Type.Object({ items: Type.Array(Look) }),
  },
  withdraw: {
    method: 'POST',
    url: '/api/licensing/my/applications/:applicationNo/withdrawal',
    allow: allow.citizen,
    summary: '撤回申请',
    params: ApplicationNo,
    reply: shape.ApplicationRow,
  },
  reservePrint: {
    method: 'POST',
    url: '/api/licensing/prints',
    allow: allow.citizen,
    summary: '登记打印',
    body: Type.Object(
      { licenceNo: Type.String({ maxLength: 12 }), face: Type.Enum(['original', 'duplicate', 'query']) },
      strict,
    ),
    reply: shape.PrintTicket,
  },
  reserveReceipt: {
    method: 'POST',
    url: '/api/licensing/my/applications/:applicationNo/receipt-prints',
    allow: allow.citizen,
    summary: '登记打印收件凭证（准予的，是决定书）',
    params: ApplicationNo,
    reply: shape.PrintTicket,
  },
  printPage: {
    method: 'GET',
    url: '/api/licensing/prints/:printId/page',
    allow: allow.of(allow.citizen, allow.terminal),
    summary: '打印页（PDF）',
    params: PrintId,
    reply: 'pdf',
  },
  printOutcome: {
    method: 'POST',
    url: '/api/licensing/prints/:printId/outcome',
    allow: allow.of(allow.citizen, allow.terminal),
    summary: '打印结果',
    params: PrintId,
    body: Type.Object(
      { outcome: Type.Enum(['printed', 'failed', 'unknown']), reason: Type.String({ maxLength: 200 }) },
      strict,
    ),
    reply: shape.PrintTicket,
  },
  confirmPrint: {
    method: 'POST',
    url: '/api/licensing/prints/:printId/confirmation',
    allow: allow.citizen,
    summary: '确认拿到纸',
    params: PrintId,
    body: Type.Object({ received: Type.Boolean() }, strict),
    reply: shape.PrintTicket,
  },
  workList: {
    method: 'GET',
    url: '/api/licensing/work-list',
    allow: fileStaff,
    summary: '待办（按期限）',
    query: Type.Object({
      page: Type.Integer({ minimum: 1, default: 1 }),
      size: Type.Integer({ minimum: 1, maximum: 200, default: 50 }),
      view: Type.Enum(['mine', 'all', 'done'], { default: 'mine' }),
      town: Type.Optional(Type.String({ maxLength: 12 })),
      state: Type.Optional(Type.String({ maxLength: 40 })),
      search: Type.Optional(Type.String({ maxLength: 60 })),
      tone: Type.Optional(Type.Enum(['calm', 'soon', 'overdue'])),
    }),
    reply: Type.Object({
      items: Type.Array(shape.ApplicationRow),
      total: Type.Integer(),
      counts: Type.Object({ overdue: Type.Integer(), soon: Type.Integer(), open: Type.Integer() }),
    }),
  },
  applicationDetail: {
    method: 'GET',
    url: '/api/licensing/applications/:applicationNo',
    allow: fileStaff,
    summary: '办件详情',
    params: ApplicationNo,
    reply: shape.ApplicationDetail,
  },
  takeStep: {
    method: 'POST',
    url: '/api/licensing/applications/:applicationNo/steps',
    allow: fileStaff,
    privileged: { field: 'event', values: decidingEvents },
    summary: '办理一步',
    params: ApplicationNo,
    body: shape.TakeStep,
    reply: shape.ApplicationDetail,
  },
  previewStep: {
    method: 'POST',
    url: '/api/licensing/applications/:applicationNo/step-preview',
    allow: fileStaff,
    summary: '预览一步将制发的文书（PDF），不办理',
    withoutKey: 'leaves nothing behind but its line in the audit ledger',
    params: ApplicationNo,
    body: shape.TakeStep,
    reply: 'pdf',
  },
  paper: {
    method: 'GET',
    url: '/api/licensing/papers/:paperId/page',
    allow: fileStaff,
    summary: '文书（PDF）',
    params: Type.Object({ paperId: Type.String({ format: 'uuid' }) }),
    reply: 'pdf',
  },
  licenceOfShop: {
    method: 'GET',
    url: '/api/licensing/licences/:licenceNo',
    allow: allow.anyStaff,
    summary: '许可证与办件历史（工作人员）',
    params: LicenceNo,
    reply: Type.Object({
      licence: shape.LicenceCard,
      applications: Type.Array(shape.ApplicationRow),
      prints: Type.Array(shape.PrintTicket),
    }),
  },
  looksAtShop: {
    method: 'GET',
    url: '/api/licensing/licences/:licenceNo/looks',
    allow: allow.staff('head', 'legal', 'auditAdmin', 'inspector', 'analyst'),
    summary: '谁看过这一户',
    params: LicenceNo,
    reply: Type.Object({ items: Type.Array(Look) }),
  },
  verify: {
    method: 'GET',
    url: '/api/licensing/verification/:licenceNo',
    allow: allow.public,
    summary: '许可证状态（公开核验）',
    params: LicenceNo,
    query: Type.Object({ version: Type.Optional(Type.Integer()), copyNo: Type.Optional(Type.Integer()) }),
    reply: shape.Verification,
  },
  statusList: {
    method: 'GET',
    url: '/api/licensing/status-list',
    allow: allow.public,
    summary: '许可证状态清单（签名，供离线核验）',
    reply: Type.Object({
      number: Type.Integer(),
      issuedAt: Type.String(),
      goodUntil: Type.String(),
      list: Type.String(),
    }),
  },
  verificationKeys: {
    method: 'GET',
    url: '/api/licensing/verification-keys',
    allow: allow.public,
    summary: '验签公钥',
    reply: Type.Object({
      bureau: Type.String(),
      keys: Type.Array(Type.Object({ keyId: Type.String(), publicKey: Type.String() })),
    }),
  },
} as const satisfies Routes
