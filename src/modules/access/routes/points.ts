import { ok } from '#kernel/refusal'
import { chinaCalendar } from '#platform/calendar'
import { type Ask, bind, type RouteBinding } from '#platform/module'
import { fleetRoutes, pointRoutes } from '../contract.ts'
import { fleetPolicy, officeHours } from '../policy.ts'
import { findTerminalCode, listHelperAreas, listHelperHours, listPointFacts } from '../queries/points.ts'
import { chooseNearby } from '../rules/nearby-points.ts'
import { type ServicePointTold, servicePoint } from '../rules/points/service-point.ts'
import { everywhere, terminalOf } from './actors.ts'

/** 服务点, for everybody: what is told of each is chosen by the rule, not by who asks. */
export const pointBindings: readonly RouteBinding[] = [
  bind(pointRoutes.servicePoints, async ask => ok({ at: ask.at.instant.toString(), items: await pointsToday(ask) })),

  bind(fleetRoutes.nearbyPoints, async ask => {
    const code = await ask.read(tx => findTerminalCode(tx, terminalOf(ask)), everywhere)
    return ok({ items: chooseNearby(await pointsToday(ask), { code, now: ask.at.instant }) })
  }),
]

async function pointsToday({ at, read }: Pick<Ask, 'at' | 'read'>): Promise<ServicePointTold[]> {
  const { silentMinutes, usual } = fleetPolicy(at.today)
  const known = { at, silentMinutes, usual, office: officeHours(at.today), calendar: chinaCalendar }
  return read(async tx => {
    const points = await listPointFacts(tx)
    const helpers = await listHelperAreas(tx)
    const helperHours = await listHelperHours(tx, at.today.toString())
    return points.map(point => servicePoint(point, { ...known, helpers, helperHours }))
  }, everywhere)
}
