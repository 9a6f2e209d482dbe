import { actorLabel } from '#kernel/actor'
import { ok, type Result, refuse } from '#kernel/refusal'
import type { Tx } from '#platform/database'
import { type Ask, bind, type RouteBinding } from '#platform/module'
import { liftPersonBar, personBarViews, recordPersonBar } from '../actions/person-bars.ts'
import { settingOf } from '../actions/settings.ts'
import { personBarRoutes as routes } from '../contract/person-bars.ts'

type Seen = Pick<Ask, 'at' | 'services'>

/** 人的不良记录: recorded and lifted by 法制 and the head; who handles files may read. A look is on record, these are facts of persons. */
export const personBarRoutes: readonly RouteBinding[] = [
  bind(routes.listPersonBars, ask =>
    ask.act({ action: 'licensing.readPersonBars' }, async tx => ok({ items: await viewsOf(tx, ask) })),
  ),

  bind(routes.recordPersonBar, ask => {
    const { body, actor, at, services } = ask
    const options = { action: 'licensing.recordPersonBar', details: { kind: body.kind } }
    return ask.act(options, async tx => {
      if (actor.kind !== 'staff') return refuse('notPermitted')
      const areaCode = settingOf(services, at.today).policy.bureau.areaCode
      const by = { areaCode, by: actorLabel(actor), at, keyring: services.keyring }
      return then(tx, ask, await recordPersonBar(tx, body, by))
    })
  }),

  bind(routes.endPersonBar, ask => {
    const { params, body, actor, at } = ask
    return ask.act({ action: 'licensing.endPersonBar', subject: params.id }, async tx =>
      then(tx, ask, await liftPersonBar(tx, { ...params, ...body }, { by: actorLabel(actor), at })),
    )
  }),
]

const viewsOf = (tx: Tx, { at, services }: Seen) => personBarViews(tx, settingOf(services, at.today))

const then = async (tx: Tx, ask: Seen, done: Result<null>) => (done.ok ? ok({ items: await viewsOf(tx, ask) }) : done)
