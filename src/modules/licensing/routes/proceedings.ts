import { ok, type Result, refuse } from '#kernel/refusal'
import type { Tx } from '#platform/database'
import { type Ask, bind, type RouteBinding } from '#platform/module'
import { openProceeding } from '../actions/proceeding/open.ts'
import { takeProceedingStep } from '../actions/proceeding/step.ts'
import { settingOf } from '../actions/settings.ts'
import { type Proceedings, proceedingRoutes as routes } from '../contract/proceedings.ts'
import { listOpenProceedings } from '../queries/open-proceedings.ts'
import { readProceedings } from '../queries/proceedings.ts'
import type { ProceedingRow } from '../store/proceedings.ts'

type Seen = Pick<Ask, 'actor' | 'at' | 'services'>

/** 依职权办理: begun by one officer, decided by another, on the page of the retailer. */
export const proceedingRoutes: readonly RouteBinding[] = [
  bind(routes.openProceedings, async ask => {
    const { actor, at } = ask
    if (actor.kind !== 'staff') return refuse('notPermitted')
    return ok({ items: await ask.read(tx => listOpenProceedings(tx, actor, at)) })
  }),

  bind(routes.listProceedings, ask => ask.read(tx => pageOf(tx, ask, ask.params.licenceNo))),

  bind(routes.openProceeding, ask => {
    const { params, body } = ask
    const options = { action: 'licensing.openProceeding', subject: params.licenceNo, details: { kind: body.kind } }
    return ask.act(options, async tx => {
      const { actor, at, services } = ask
      if (actor.kind !== 'staff') return refuse('notPermitted')
      const asked = { ...params, ...body, by: actor, at }
      return then(tx, ask, await openProceeding(tx, asked, settingOf(services, at.today)))
    })
  }),

  bind(routes.takeProceedingStep, ask => {
    const { params, body } = ask
    const options = { action: `licensing.proceeding.${body.event}`, subject: params.proceedingNo }
    return ask.act(options, async tx => {
      const { actor, at, services } = ask
      if (actor.kind !== 'staff') return refuse('notPermitted')
      const step = { ...params, ...body, by: actor, at }
      return then(tx, ask, await takeProceedingStep(tx, step, settingOf(services, at.today)))
    })
  }),
]

const then = async (tx: Tx, ask: Seen, done: Result<ProceedingRow>): Promise<Result<Proceedings>> =>
  done.ok ? pageOf(tx, ask, done.value.licenceNo) : done

async function pageOf(tx: Tx, { actor, at, services }: Seen, licenceNo: string): Promise<Result<Proceedings>> {
  if (actor.kind !== 'staff') return refuse('notPermitted')
  const page = await readProceedings(tx, { licenceNo, by: actor, at }, settingOf(services, at.today))
  return page ? ok(page) : refuse('licenceNotFound')
}
