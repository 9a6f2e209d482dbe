import type { FastifyInstance } from 'fastify'
import { webRoutes as access } from '#contract/access'
import {
  agentRoutes,
  type DocumentList,
  routes as licensing,
  type MandateView,
  mandateRoutes,
  myDocumentRoutes,
  type ServiceSheet,
  services,
} from '#contract/licensing'
import { parseCitizenId } from '#kernel/citizen-id'
import { sheetOf } from '../../kiosk/testing/sample.ts'
import { bind, Refused } from './bind-contract.ts'
import type { FakeState } from './fake-routes.ts'
import { licenceCard } from './sample-files.ts'

const id = (last: number): string => `0f0f0f0f-0000-4000-8000-${String(last).padStart(12, '0')}`

/** Whoever signed in by a code may do all of it here: the way of proof is not what is looked at. */
function onPhone(service: ServiceSheet['service']): ServiceSheet {
  const sheet = sheetOf(service)
  return { ...sheet, policy: { ...sheet.policy, stepUpMethods: ['code'] } }
}

const words = { hint: '拍清楚即可。', hintEn: 'A clear photo is enough.', documents: [] }
const documentList: DocumentList = {
  lines: [
    { kind: 'businessLicence', name: '营业执照', nameEn: 'Business licence', state: 'fetched', ...words },
    { kind: 'doorPlate', name: '门牌证明', nameEn: 'Door-plate certificate', state: 'missing', ...words },
    { kind: 'other', name: '其他材料', nameEn: 'Other papers', state: 'offered', ...words },
  ],
  ...{ open: true, asked: [], maxBytes: 10_000_000 },
}

/** 别人委托的: in force, for one service. */
export const heldMandate: MandateView = {
  mandateId: id(499),
  licenceNo: licenceCard(0).licenceNo,
  shopName: licenceCard(0).shopName,
  principal: { name: '阮**', idNoMasked: '**************1234' },
  agent: { name: '冯**', idNoMasked: '**************2316' },
  services: [{ service: 'suspend', label: '停业', labelEn: 'Suspension' }],
  ...{ validFrom: '2026-11-01', validTo: '2026-12-31', form: 'electronic', state: 'live', acts: [] },
}

/** The holder of a licence on the own telephone, and the mandates given there. */
export function serveHolder(app: FastifyInstance, state: FakeState): void {
  const principal = { name: '冯**', idNoMasked: '**************2316' }
  bind(app, access.webVisitor, () => ({
    sessionId: id(400),
    person: principal,
    method: 'code' as const,
    endsInSeconds: 1800,
    idleSeconds: 600,
  }))
  bind(app, licensing.myLicences, () => ({ items: [licenceCard(0)] }))
  bind(app, mandateRoutes.myMandates, () => ({ given: state.mandates, held: [...state.mandatesHeld] }))
  bind(app, licensing.serviceSheet, ({ params }) => onPhone(params.service))
  bind(app, agentRoutes.sheet, ({ params }) => onPhone(params.service))
  bind(app, myDocumentRoutes.list, () => documentList)
  bind(app, mandateRoutes.giveMandate, ({ body }) => {
    const { agent, licenceNo, validFrom, validTo } = body
    if (!parseCitizenId(agent.idNo).ok)
      throw new Refused(422, 'idNoWrong', { title: '身份证号码的校验位对不上，可能输错了一位。', next: '请逐位核对。' })
    state.taken.push(body)
    const made: MandateView = {
      mandateId: id(410 + state.mandates.length),
      licenceNo,
      shopName: licenceCard(0).shopName,
      principal,
      agent: { name: `${agent.name.slice(0, 1)}**`, idNoMasked: `**************${agent.idNo.slice(-4)}` },
      services: body.services.map(service => ({
        service,
        label: services[service].name.zh,
        labelEn: services[service].name.en,
      })),
      validFrom,
      validTo,
      form: 'electronic',
      state: 'live',
      acts: [],
    }
    state.mandates.push(made)
    return made
  })
  bind(app, mandateRoutes.endMandate, ({ params }) => {
    state.mandates = state.mandates.map(mandate =>
      mandate.mandateId === params.mandateId ? { ...mandate, state: 'ended' } : mandate,
    )
    return undefined
  })
}
