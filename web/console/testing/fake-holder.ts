import type { FastifyInstance } from 'fastify'
import { webRoutes as access } from '#contract/access'
import { routes as licensing, type MandateView, mandateRoutes, services } from '#contract/licensing'
import { parseCitizenId } from '#kernel/citizen-id'
import { bind, Refused } from './bind-contract.ts'
import type { FakeState } from './fake-routes.ts'
import { licenceCard } from './sample-files.ts'

const id = (last: number): string => `0f0f0f0f-0000-4000-8000-${String(last).padStart(12, '0')}`

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
  bind(app, mandateRoutes.myMandates, () => ({ given: state.mandates, held: [] }))
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
