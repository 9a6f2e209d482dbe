import { join } from 'node:path'
import { actorLabel } from '#kernel/actor'
import { ok } from '#kernel/refusal'
import { enqueue } from '#platform/jobs'
import { markStream } from '#platform/mark-stream'
import { bind, type RouteBinding } from '#platform/module'
import { moveModel } from './actions/move-model.ts'
import { triageAlert } from './actions/triage-alert.ts'
import { modelRoutes, routes, shopRoutes } from './contract.ts'
import { learnJobName, watchJobName } from './jobs.ts'
import type { LendEngine } from './lake/feed-engine.ts'
import { importLakeText } from './lake/import.ts'
import { modelPolicy } from './model/policy.ts'
import { mapAlerts } from './queries/alert-map.ts'
import { boardMark, listAlerts } from './queries/alerts.ts'
import { findHotspotsView } from './queries/hotspots.ts'
import { findModelView } from './queries/model.ts'
import { listAlertsOfShop } from './queries/shop-alerts.ts'

const listed = 100

export const routesWith = (lendEngine: LendEngine): readonly RouteBinding[] => [
  bind(routes.listAlerts, async ({ query, read }) => ok(await read(tx => listAlerts(tx, query)))),

  bind(routes.mapAlerts, async ({ query, read }) => ok(await read(tx => mapAlerts(tx, query)))),

  bind(shopRoutes.alertsOfShop, async ({ params, read }) =>
    ok(await read(tx => listAlertsOfShop(tx, params.licenceNo))),
  ),

  bind(routes.hotspots, async ({ read }) => ok({ hotspots: await read(findHotspotsView) })),

  bind(routes.streamAlerts, async ({ read, http }) => {
    http.reply.type('text/event-stream; charset=utf-8')
    return ok(markStream(() => read(boardMark)))
  }),

  bind(routes.triageAlert, ({ params, body, actor, at, act }) =>
    act({ action: 'monitoring.triage', subject: params.id, details: { verdict: body.verdict } }, tx =>
      triageAlert(tx, { id: params.id, ...body, by: actorLabel(actor), at }),
    ),
  ),

  bind(modelRoutes.model, async ({ read, at, actor }) =>
    ok(await read(tx => findModelView(tx, modelPolicy(at.today), actorLabel(actor)))),
  ),

  bind(modelRoutes.learn, ({ actor, act }) =>
    act({ action: 'monitoring.learn', subject: 'model', scope: { areas: 'all' } }, async tx => {
      await enqueue(tx, learnJobName, { by: actorLabel(actor) }, { key: learnJobName, queue: learnJobName })
      return ok(undefined)
    }),
  ),

  bind(modelRoutes.moveModel, ({ params: { no }, body, actor, at, act }) =>
    act(
      { action: `monitoring.${body.move}Model`, subject: String(no), reason: body.why, scope: { areas: 'all' } },
      async tx => {
        const moved = await moveModel(tx, { version: no, ...body, by: actorLabel(actor), at })
        // Another model judges from now on, not from the next batch on.
        if (moved.ok) await enqueue(tx, watchJobName, {}, { key: watchJobName, queue: watchJobName })
        return moved
      },
    ),
  ),

  // The batch lies in the lake before the transaction ends; if that fails, the second try finds it there and only notes it.
  bind(routes.feedLake, ({ params: { table }, body: { csv }, at, services, act }) =>
    act({ action: 'monitoring.feed', subject: table, scope: { areas: 'all' } }, async tx => {
      const folder = join(services.config.dataFolder, 'lake')
      const taken = await lendEngine(engine =>
        importLakeText({ folder, engine }, { table, csv, takenAt: at.instant.toString() }),
      )
      if (!taken.ok) return taken
      await enqueue(tx, watchJobName, {}, { key: watchJobName, queue: watchJobName })
      const { batch, lines, already, rejects } = taken.value
      return ok({ batch, lines, already, rejected: rejects.length, rejects: rejects.slice(0, listed) })
    }),
  ),
]
