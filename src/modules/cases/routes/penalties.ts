import { ok } from '#kernel/refusal'
import { bind, type RouteBinding } from '#platform/module'
import { penaltyRoutes as routes } from '../contract/penalties.ts'
import { listPenalties, pageSize } from '../queries/penalties.ts'

/** 行政处罚决定公示 */
export const penaltyBindings: readonly RouteBinding[] = [
  bind(routes.publicPenalties, async ({ read, query, at }) => {
    const today = at.today.toString()
    const list = await read(tx => listPenalties(tx, query, today))
    return ok({ today, ...list, size: pageSize })
  }),
]
