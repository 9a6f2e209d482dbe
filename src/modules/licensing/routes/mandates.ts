import { actorLabel } from '#kernel/actor'
import { ok, type Result, refuse } from '#kernel/refusal'
import { describeCounterSession, describeSession } from '#modules/access'
import type { Scope, Tx } from '#platform/database'
import { type Ask, bind, type RouteBinding } from '#platform/module'
import { type Applicant, applicantOf } from '../actions/filing.ts'
import { lookAtBusiness, readBusinessQuestion } from '../actions/look-at-business.ts'
import { giveMandate, type KnownPerson, takeMandate } from '../actions/mandate/give-mandate.ts'
import { mandateView } from '../actions/mandate/mandate-view.ts'
import { settingOf } from '../actions/settings.ts'
import { submitApplication } from '../actions/submit-application.ts'
import { agentRoutes, mandateRoutes as routes, windowAgentRoutes } from '../contract/mandates.ts'
import type { LicensingPorts } from '../ports.ts'
import { findLicence } from '../queries/licences.ts'
import { readServiceSheet } from '../queries/service-sheet.ts'
import { checkMandate } from '../rules/mandate/mandate.ts'
import {
  endMandate,
  findMandate,
  listActs,
  listMandatesGiven,
  listMandatesHeld,
  type MandateRecord,
} from '../store/mandates.ts'
import { standingAt } from './window.ts'

type Base = Pick<Ask, 'actor' | 'at' | 'read' | 'services'>
type ByMandate = Base & { readonly params: { readonly mandateId: string } }
type AtWindow = Base & { readonly params: { readonly counterId: string; readonly mandateId: string } }

/** 代理人 in the place of the holder: the holder's matter, the agent's session, and the mandate between them. */
interface Acting {
  readonly by: Applicant
  readonly scope: Scope
  readonly mandate: MandateRecord
}

/** On the own telephone: whoever is signed in as the person the mandate names. No terminal knows a mandate. */
export async function actingAgent({ actor, params, read }: ByMandate): Promise<Result<Acting>> {
  if (actor.kind !== 'citizen' || actor.terminalId !== undefined) return refuse('notPermitted')
  const mandate = await read(tx => findMandate(tx, params.mandateId))
  if (mandate?.agentIndex !== actor.personIndex) return refuse('mandateUnknown')
  return ok(acting(mandate, applicantOf(actor), []))
}

/** At the window: the agent stands there with the own card. */
export async function agentAtWindow(ask: AtWindow): Promise<Result<Acting>> {
  const who = await standingAt(ask)
  if (!who.ok) return who
  const { by, scope } = who.value
  const mandate = await ask.read(tx => findMandate(tx, ask.params.mandateId), scope)
  if (mandate?.agentIndex !== by.personIndex) return refuse('mandateUnknown')
  return ok(acting(mandate, by, scope.areas))
}

function acting(mandate: MandateRecord, agent: Applicant, areas: Scope['areas']): Acting {
  const { id: mandateId, form, principalIndex } = mandate
  const by: Applicant = { ...agent, personIndex: principalIndex, agent: { mandateId, form } }
  return { by, scope: { areas, person: principalIndex }, mandate }
}

/** 受托办理 through one door: only what the mandate names, on the licence it names, in its days. */
function routesThrough(
  { sheet, submit }: typeof agentRoutes,
  door: (ask: ByMandate) => Promise<Result<Acting>>,
  { businessRegister }: LicensingPorts,
): readonly RouteBinding[] {
  const businessOf = async (ask: ByMandate, { scope, mandate }: Acting) => {
    const question = await ask.read(tx => readBusinessQuestion(tx, mandate.licenceNo), scope)
    return lookAtBusiness(businessRegister, question, settingOf(ask.services, ask.at.today).policy.lookUpMilliseconds)
  }
  return [
    bind(sheet, async ask => {
      const who = await door(ask)
      if (!who.ok) return who
      const { by, scope, mandate } = who.value
      const { service } = ask.params
      const may = mayAct(mandate, service, ask)
      if (!may.ok) return may
      const { fact: business, now: businessNow } = await businessOf(ask, who.value)
      const { licenceNo, form } = mandate
      const { personIndex, method, cardTyped: typed } = by
      const request = {
        licenceNo,
        service,
        personIndex,
        method,
        typed,
        agent: { form },
        business,
        businessNow,
        today: ask.at.today,
      }
      return ask.read(tx => readServiceSheet(tx, request, settingOf(ask.services, ask.at.today)), scope)
    }),

    bind(submit, async ask => {
      const who = await door(ask)
      if (!who.ok) return who
      const { body, at, capturedAt, services } = ask
      const { by, scope, mandate } = who.value
      const may = mayAct(mandate, body.service, ask)
      if (!may.ok) return may
      if (body.licenceNo !== mandate.licenceNo) return refuse('licenceNotYours')
      const { fact: business, now: businessNow } = await businessOf(ask, who.value)
      const options = { action: 'licensing.submitAsAgent', subject: mandate.licenceNo, scope }
      return ask.act({ ...options, details: { service: body.service, mandate: mandate.id } }, tx =>
        submitApplication(tx, { body, by, at, capturedAt, business, businessNow }, settingOf(services, at.today)),
      )
    }),
  ]
}

const mayAct = (mandate: MandateRecord, service: Parameters<typeof checkMandate>[1]['service'], { at }: Base) =>
  checkMandate({ ...mandate, ended: mandate.endedAt !== null }, { service, today: at.today.toString() })

async function viewed(tx: Tx, records: readonly MandateRecord[], { at, services }: Base) {
  const views = []
  for (const record of records) {
    const shopName = (await findLicence(tx, record.licenceNo))?.shopName ?? ''
    const acts = await listActs(tx, record.id)
    views.push(mandateView(record, { shopName, today: at.today.toString(), keyring: services.keyring, acts }))
  }
  return views
}

/** 授权委托: given and taken back by the holder, taken down at the window, used by the agent. */
export const mandateRoutes = (ports: LicensingPorts): readonly RouteBinding[] => [
  ...routesThrough(agentRoutes, actingAgent, ports),
  ...routesThrough(
    windowAgentRoutes as unknown as typeof agentRoutes,
    ask => agentAtWindow(ask as unknown as AtWindow),
    ports,
  ),

  bind(routes.giveMandate, async ask => {
    const { actor, body, at, services } = ask
    if (actor.kind !== 'citizen' || actor.terminalId !== undefined) return refuse('notPermitted')
    const { personIndex, sessionId, method } = actor
    return ask.act({ action: 'licensing.giveMandate', subject: body.licenceNo }, async tx => {
      const session = await describeSession(tx, sessionId, services.keyring)
      if (!session) return refuse('notPermitted')
      const by = { personIndex, name: session.name, idNoMasked: session.idNoMasked }
      return giveMandate(tx, { ...body, by, method, at, label: actorLabel(actor) }, settingOf(services, at.today))
    })
  }),

  bind(routes.myMandates, async ask => {
    const { actor, at } = ask
    if (actor.kind !== 'citizen') return refuse('notPermitted')
    const { personIndex } = actor
    const given = await ask.read(async tx => viewed(tx, await listMandatesGiven(tx, personIndex), ask))
    const held = await ask.read(tx => listMandatesHeld(tx, personIndex, at.today.toString()))
    // The holder's licence is seen for the holder's matter only; its name tells the agent which mandate is which.
    const views = []
    for (const record of held) {
      const scope = { areas: [], person: record.principalIndex }
      views.push(...(await ask.read(tx => viewed(tx, [record], ask), scope)))
    }
    return ok({ given, held: views })
  }),

  bind(routes.endMandate, async ask => {
    const { actor, params, at } = ask
    if (actor.kind !== 'citizen') return refuse('notPermitted')
    return ask.act({ action: 'licensing.endMandate', subject: params.mandateId }, async tx => {
      const of = { id: params.mandateId, principalIndex: actor.personIndex }
      return (await endMandate(tx, of, at.instant.toString())) ? ok(undefined) : refuse('mandateUnknown')
    })
  }),

  bind(routes.windowMandates, async ask => {
    const who = await standingAt(ask)
    if (!who.ok) return who
    const { by, scope } = who.value
    const today = ask.at.today.toString()
    return ok({
      items: await ask.read(async tx => viewed(tx, await listMandatesHeld(tx, by.personIndex, today), ask), scope),
    })
  }),

  bind(routes.windowTakeMandate, async ask => {
    const who = await standingAt(ask)
    if (!who.ok) return who
    const { by, scope } = who.value
    const { body, at, services } = ask
    return ask.act({ action: 'licensing.takeMandate', subject: body.licenceNo, scope }, async tx => {
      const agent = await agentOf(tx, by, ask)
      return takeMandate(tx, { ...body, by: agent, at, label: by.label }, settingOf(services, at.today))
    })
  }),
]

/** The person at the counter as the card said. */
async function agentOf(tx: Tx, { personIndex, sessionId }: Applicant, { services }: Base): Promise<KnownPerson> {
  const session = await describeCounterSession(tx, sessionId, services.keyring)
  if (!session) throw new Error('the session at the counter is gone')
  return { personIndex, name: session.name, idNoMasked: session.idNoMasked }
}
