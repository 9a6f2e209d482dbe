import { ok } from '#kernel/refusal'
import { bind, type RouteBinding } from '#platform/module'
import { guideRoutes as routes } from '../contract/guide-days.ts'
import { licensingPolicy } from '../policy.ts'

export const guideDayRoutes: readonly RouteBinding[] = [
  bind(routes.guideDays, async ({ at }) => {
    const { clocks, window } = licensingPolicy(at.today)
    return ok({
      decide: clocks.promisedDays,
      extend: clocks.extensionDays,
      correct: clocks.correctionDays,
      renewalOpens: window.opensDaysBefore,
      renewalLead: window.leadDays,
    })
  }),
]
