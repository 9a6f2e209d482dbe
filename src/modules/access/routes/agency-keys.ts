import { ok } from '#kernel/refusal'
import { bind, type RouteBinding } from '#platform/module'
import { confirmAgencyKey, proposeAgencyKey, revokeAgencyKey } from '../actions/agency-keys.ts'
import { agencyKeyRoutes as routes } from '../contract.ts'
import { listAgencyKeys } from '../store/agency-key.ts'
import { byStaff } from './actors.ts'

export const agencyKeyBindings: readonly RouteBinding[] = [
  bind(routes.listKeys, async ask => ok({ items: await ask.read(listAgencyKeys) })),

  bind(routes.proposeKey, async ask => {
    const made = await ask.act({ action: 'access.proposeAgencyKey', subject: ask.body.agencyId }, tx =>
      proposeAgencyKey(tx, ask.body, byStaff(ask)),
    )
    return made.ok ? ok({ id: made.value }) : made
  }),

  bind(routes.confirmKey, ({ params: { id }, ...ask }) =>
    ask.act({ action: 'access.confirmAgencyKey', subject: id }, tx => confirmAgencyKey(tx, id, byStaff(ask))),
  ),

  bind(routes.revokeKey, ({ params: { id }, ...ask }) =>
    ask.act({ action: 'access.revokeAgencyKey', subject: id }, tx => revokeAgencyKey(tx, id, byStaff(ask))),
  ),
]
