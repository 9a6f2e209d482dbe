import { randomUUID } from 'node:crypto'
import { actorLabel } from '#kernel/actor'
import { ok, refuse } from '#kernel/refusal'
import { enqueue } from '#platform/jobs'
import { bind, type RouteBinding } from '#platform/module'
import { circleRoutes as routes } from '../contract/circle.ts'
import { sitingJob } from '../jobs.ts'
import { metricsPolicy } from '../policy.ts'
import { readCircle } from '../queries/circle.ts'
import { listPoints } from '../queries/places.ts'
import { circleMetres, type MetricsPolicy } from '../rules/policy.ts'
import type { Reach } from '../rules/siting.ts'
import { endSiting, findLatestSiting, insertSiting } from '../store/siting.ts'

const withinOf = (reach: Reach, policy: MetricsPolicy): number =>
  reach === 'near' ? policy.nearMetres : circleMetres(policy)

const circle = bind(routes.circle, async ({ query: { points, reach, town }, at, read }) => {
  const policy = metricsPolicy(at.today)
  const within = withinOf(reach, policy)
  const [found, places] = await read(async tx => [
    await readCircle(tx, { points, within, town }),
    await listPoints(tx, { at, workingHours: policy.workingHours }),
  ])
  return ok({
    ...found,
    withinMetres: within,
    detourFactor: policy.detourFactor,
    kmPerHour: policy.circleKmPerHour,
    minutes: policy.circleMinutes,
    nearMetres: policy.nearMetres,
    workingHours: policy.workingHours,
    points: places.map(({ areaCode: _, ...point }) => point),
  })
})

const latest = bind(routes.latestSiting, async ({ read }) => ok({ siting: await read(findLatestSiting) }))

const start = bind(routes.startSiting, ({ body, actor, at, act }) =>
  act({ action: 'metrics.startSiting', subject: body.points, details: { count: body.count } }, async tx => {
    const areas = actor.kind === 'staff' ? actor.areas : []
    if (!areas.some(area => area.length === 6)) return refuse('sitingNowhere')
    const before = await findLatestSiting(tx)
    if (before?.state === 'waiting' || before?.state === 'running') return refuse('sitingRunning')
    const id = randomUUID()
    const { points, count, reach } = body
    const withinMetres = withinOf(reach, metricsPolicy(at.today))
    await insertSiting(tx, { id, areas, count, points, withinMetres, by: actorLabel(actor), at: at.instant.toString() })
    await enqueue(tx, sitingJob, { id }, { queue: sitingJob })
    return ok({ id })
  }),
)

const cancel = bind(routes.cancelSiting, ({ params: { id }, at, act }) =>
  act({ action: 'metrics.cancelSiting', subject: id }, async tx =>
    (await endSiting(tx, id, { state: 'cancelled', at: at.instant.toString() }))
      ? ok(undefined)
      : refuse('sitingEnded'),
  ),
)

export const circleBindings: readonly RouteBinding[] = [circle, latest, start, cancel]
