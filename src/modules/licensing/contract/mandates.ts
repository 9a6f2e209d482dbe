import Type, { type Static, type TProperties } from 'typebox'
import { allow, type Permission } from '#kernel/actor'
import type { Routes } from '#kernel/route'
import { serviceCodes } from '../rules/services/service.ts'
import { documentRoutesAt } from './documents.ts'
import { CheckResult, ServiceSheet, Signature, SubmitApplication } from './shapes/application.ts'
import { Day, strict } from './shapes/parts.ts'

const Id = Type.String({ format: 'uuid' })
/** 新办 has no licence a mandate could be about; its applicant comes himself. */
const mandatable = serviceCodes.filter(code => code !== 'issue')
const Services = Type.Array(Type.Enum(mandatable), { minItems: 1, maxItems: 6, uniqueItems: true })
const Person = Type.Object(
  { name: Type.String({ minLength: 1, maxLength: 15 }), idNo: Type.String({ maxLength: 18 }) },
  strict,
)

export const MandateView = Type.Object({
  mandateId: Id,
  licenceNo: Type.String(),
  shopName: Type.String(),
  principal: Type.Object({ name: Type.String(), idNoMasked: Type.String() }),
  agent: Type.Object({ name: Type.String(), idNoMasked: Type.String() }),
  services: Type.Array(
    Type.Object({ service: Type.Enum([...serviceCodes]), label: Type.String(), labelEn: Type.String() }),
  ),
  validFrom: Day,
  validTo: Day,
  form: Type.Enum(['paper', 'electronic']),
  /** 有效 · 还没开始 · 已过期 · 已收回 */
  state: Type.Enum(['live', 'notYet', 'expired', 'ended']),
  /** 凭它办过的事, newest first. */
  acts: Type.Array(
    Type.Object({
      applicationNo: Type.String(),
      label: Type.String(),
      labelEn: Type.String(),
      stateLabel: Type.String(),
      stateLabelEn: Type.String(),
      receivedAt: Type.String(),
    }),
  ),
})
export type MandateView = Static<typeof MandateView>

const Terms = {
  licenceNo: Type.String({ minLength: 12, maxLength: 12 }),
  services: Services,
  validFrom: Day,
  validTo: Day,
}

const sheetAndSubmit = <W extends TProperties>(
  base: `/api/${string}`,
  { who, permission, where }: { who: W; permission: Permission; where: string },
) =>
  ({
    sheet: {
      method: 'GET',
      url: `${base}/services/:service`,
      allow: permission,
      summary: `${where}：申请预填与预检`,
      params: Type.Object({ ...who, service: Type.Enum(mandatable) }),
      reply: ServiceSheet,
    },
    submit: {
      method: 'POST',
      url: `${base}/applications`,
      allow: permission,
      summary: `${where}：提交申请`,
      params: Type.Object(who),
      body: SubmitApplication,
      reply: CheckResult,
    },
  }) as const satisfies Routes

const ofAgent = { who: { mandateId: Id }, permission: allow.citizen, where: '受托办理' }
export const agentRoutes = sheetAndSubmit('/api/licensing/my/mandates/:mandateId', ofAgent)
export const agentDocumentRoutes = documentRoutesAt('/api/licensing/my/mandates/:mandateId', ofAgent)

const ofWindowAgent = {
  who: { counterId: Id, mandateId: Id },
  permission: allow.staff('window'),
  where: '窗口代理办理',
}
export const windowAgentRoutes = sheetAndSubmit('/api/licensing/window/:counterId/mandates/:mandateId', ofWindowAgent)
export const windowAgentDocumentRoutes = documentRoutesAt(
  '/api/licensing/window/:counterId/mandates/:mandateId',
  ofWindowAgent,
)

export const mandateRoutes = {
  giveMandate: {
    method: 'POST',
    url: '/api/licensing/my/mandates',
    allow: allow.citizen,
    summary: '在线委托代理人',
    body: Type.Object({ ...Terms, agent: Person, signature: Signature }, strict),
    reply: MandateView,
  },
  myMandates: {
    method: 'GET',
    url: '/api/licensing/my/mandates',
    allow: allow.citizen,
    summary: '我委托别人的、别人委托我的',
    reply: Type.Object({ given: Type.Array(MandateView), held: Type.Array(MandateView) }),
  },
  endMandate: {
    method: 'POST',
    url: '/api/licensing/my/mandates/:mandateId/withdrawal',
    allow: allow.citizen,
    summary: '收回委托',
    params: Type.Object({ mandateId: Id }),
    reply: 'empty',
  },
  windowMandates: {
    method: 'GET',
    url: '/api/licensing/window/:counterId/mandates',
    allow: allow.staff('window'),
    summary: '窗口：来人受谁的委托',
    params: Type.Object({ counterId: Id }),
    reply: Type.Object({ items: Type.Array(MandateView) }),
  },
  /** 纸质授权委托书: the agent stands there with card and paper; the paper is scanned with the application. */
  windowTakeMandate: {
    method: 'POST',
    url: '/api/licensing/window/:counterId/mandates',
    allow: allow.staff('window'),
    summary: '窗口：登记纸质授权委托书',
    params: Type.Object({ counterId: Id }),
    body: Type.Object({ ...Terms, principal: Person, seen: Type.Boolean() }, strict),
    reply: MandateView,
  },
} as const satisfies Routes
