import { ok, refuse } from '#kernel/refusal'
import { bind, type RouteBinding } from '#platform/module'
import { orderRound, planAndAssign, reassign } from '../actions/plan-round.ts'
import { settingOf } from '../actions/setting.ts'
import { routes } from '../contract.ts'
import { renderSheet } from '../papers/render.ts'
import { articleSummary, articleTitle } from '../queries/item-detail.ts'
import { listCouriers, listDepots } from '../queries/options.ts'
import { courierOfRound, listRounds, planView, readRound } from '../queries/rounds.ts'

/** 送证路线: preview, plan, assign, print. */
export const roundRoutes: readonly RouteBinding[] = [
  bind(routes.options, async ({ read, services, at }) => {
    const { policy } = settingOf(services, at.today)
    const topics = policy.talkTopics.map(topic => {
      const [instrument = '', article = '0'] = topic.split('-')
      const given = { instrument, article: Number(article) }
      return { ...given, title: articleTitle(given), summary: articleSummary(given) }
    })
    return read(async tx => {
      const depots = (await listDepots(tx)).map(({ code, name, areaCode }) => ({ code, name, areaCode }))
      return ok({ couriers: await listCouriers(tx), depots, topics, codeTries: policy.codeTries })
    })
  }),

  bind(routes.previewRound, ({ body, at, services, read }) =>
    read(async tx => {
      const planned = await orderRound(tx, body, at.today, settingOf(services, at.today))
      return planned.ok ? ok(planView(planned.value)) : planned
    }),
  ),

  bind(routes.planRound, ask =>
    ask.act(
      { action: 'delivery.planRound', subject: ask.body.areaCode, details: { stops: ask.body.stops.length } },
      async tx => {
        const { body, at, services, actor } = ask
        const made = await planAndAssign(tx, body, { by: actor, at }, settingOf(services, at.today))
        if (!made.ok) return made
        const view = await readRound(tx, made.value)
        return view ? ok(view) : refuse('roundUnknown')
      },
    ),
  ),

  bind(routes.listRounds, async ({ query, read }) =>
    ok({ items: await read(tx => listRounds(tx, query.from, query.to)) }),
  ),

  bind(routes.round, async ({ params, read }) => {
    const view = await read(tx => readRound(tx, params.id))
    return view ? ok(view) : refuse('roundUnknown')
  }),

  bind(routes.reassignRound, ask =>
    ask.act({ action: 'delivery.reassignRound', subject: ask.params.id }, async tx => {
      const done = await reassign(tx, ask.params.id, ask.body.courierId)
      if (!done.ok) return done
      const view = await readRound(tx, done.value)
      return view ? ok(view) : refuse('roundUnknown')
    }),
  ),

  bind(routes.roundSheet, ask =>
    ask.act({ action: 'delivery.printSheet', subject: ask.params.id }, async tx => {
      const { actor, params, services, at } = ask
      const view = await readRound(tx, params.id)
      if (!view || actor.kind !== 'staff') return refuse('roundUnknown')
      const office = actor.roles.some(role => role === 'window' || role === 'head')
      if (!office && (await courierOfRound(tx, params.id)) !== actor.staffId) return refuse('roundUnknown')
      return ok(renderSheet(view, settingOf(services, at.today).policy.bureau.name, services.config.mode))
    }),
  ),
]
