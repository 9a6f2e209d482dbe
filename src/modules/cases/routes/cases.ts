import { actorLabel } from '#kernel/actor'
import { ok } from '#kernel/refusal'
import { leaveUnnamed } from '#modules/intelligence'
import { bind, type RouteBinding } from '#platform/module'
import { openCase } from '../actions/open-case.ts'
import { caseRoutes as routes } from '../contract/cases.ts'
import { listCases } from '../queries/cases.ts'

/** 案件 */
export const caseBindings: readonly RouteBinding[] = [
  bind(routes.list, async ({ read, query, at }) => ok(await read(tx => listCases(tx, query, at.today)))),

  bind(routes.open, async ask => {
    const { at, body, services } = ask
    return ask.act({ action: 'cases.open', subject: body.originRef ?? body.licenceNo ?? body.origin }, async tx => {
      const unnamed = await leaveUnnamed(tx, body.originRef ?? '', [body.about], services.keyring)
      if (!unnamed.ok) return unnamed
      const begun = await openCase(tx, { ...body, by: actorLabel(ask.actor), at }, services.keyring)
      return begun.ok ? ok({ no: begun.value }) : begun
    })
  }),
]
