import Type, { type Static } from 'typebox'
import { allow } from '#kernel/actor'
import type { Routes } from '#kernel/route'
import { formKinds } from '../rules/documents/form-kinds.ts'
import { serviceCodes } from '../rules/services/service.ts'
import { ByCode, Draft, DraftRow, SaveDraft, SavedDraft } from './drafts.ts'
import { Nullable, strict } from './shapes/parts.ts'
import {
  Answers,
  ApplicationRow,
  CheckResult,
  Deliver,
  LicenceCard,
  SaidSoFar,
  ServiceSheet,
  SubmitApplication,
} from './shapes.ts'

const CounterId = Type.Object({ counterId: Type.String({ format: 'uuid' }) })
const windowStaff = allow.staff('window')

/** What the officer sees once the card is read. */
export const WindowVisit = Type.Object({
  licences: Type.Array(LicenceCard),
  drafts: Type.Array(DraftRow),
  /** 在办的: where it stands is told, and it is withdrawn on its own page by the signed wish. */
  applications: Type.Array(ApplicationRow),
})
export type WindowVisit = Static<typeof WindowVisit>

/** 窗口办理: the person stands there (`counterId` of access), the officer types; definitions and rules are those of every channel. */
export const windowRoutes = {
  windowVisit: {
    method: 'GET',
    url: '/api/licensing/window/:counterId',
    allow: windowStaff,
    summary: '窗口：申请人的许可证和草稿',
    params: CounterId,
    reply: WindowVisit,
  },
  windowSheet: {
    method: 'GET',
    url: '/api/licensing/window/:counterId/services/:service',
    allow: windowStaff,
    summary: '窗口：申请预填与预检',
    params: Type.Object({
      ...CounterId.properties,
      service: Type.Enum(serviceCodes.filter(code => code !== 'issue')),
    }),
    query: Type.Object({ licenceNo: Type.String({ maxLength: 12 }) }),
    reply: ServiceSheet,
  },
  windowNewSheet: {
    method: 'POST',
    url: '/api/licensing/window/:counterId/new-licence',
    allow: windowStaff,
    summary: '窗口：新办预填与预检',
    withoutKey: 'looks only, stores nothing',
    params: CounterId,
    body: SaidSoFar,
    reply: ServiceSheet,
  },
  windowSubmit: {
    method: 'POST',
    url: '/api/licensing/window/:counterId/applications',
    allow: windowStaff,
    summary: '窗口：提交申请（申请人当面同意并签名）',
    params: CounterId,
    body: SubmitApplication,
    reply: CheckResult,
  },
  /** 打印后由申请人签名的表单: filled with what has been said so far; nothing is kept of it. */
  windowForm: {
    method: 'POST',
    url: '/api/licensing/window/:counterId/form-page',
    allow: windowStaff,
    summary: '窗口：打印申请表、授权委托书、送达地址确认书、撤回申请书（PDF）',
    withoutKey: 'leaves nothing behind but its line in the audit ledger',
    params: CounterId,
    body: Type.Object(
      {
        form: Type.Enum([...formKinds]),
        service: Type.Enum([...serviceCodes]),
        licenceNo: Nullable(Type.String({ minLength: 12, maxLength: 12 })),
        answers: Answers,
        deliver: Deliver.properties.mode,
      },
      strict,
    ),
    reply: 'pdf',
  },
  windowSaveDraft: {
    method: 'POST',
    url: '/api/licensing/window/:counterId/drafts',
    allow: windowStaff,
    summary: '窗口：保存草稿',
    params: CounterId,
    body: SaveDraft,
    reply: SavedDraft,
  },
  windowOpenDraft: {
    method: 'POST',
    url: '/api/licensing/window/:counterId/drafts/opening',
    allow: windowStaff,
    summary: '窗口：凭草稿码继续办理',
    params: CounterId,
    body: ByCode,
    reply: Draft,
  },
} as const satisfies Routes
