import { ok, refuse } from '#kernel/refusal'
import { bind, type RouteBinding } from '#platform/module'
import { alarmRoutes as routes } from '../contract/alarms.ts'
import { listAlarms } from '../queries/alarms.ts'
import { noteAlarmSeen } from '../store/alarms.ts'

/** 期限提醒 */
export const alarmBindings: readonly RouteBinding[] = [
  bind(routes.alarms, async ({ actor, read }) => {
    if (actor.kind !== 'staff') return refuse('notPermitted')
    return ok({ items: await read(tx => listAlarms(tx, actor)) })
  }),

  bind(routes.alarmSeen, ask => {
    const { actor, at, params } = ask
    if (actor.kind !== 'staff') return Promise.resolve(refuse('notPermitted'))
    return ask.act({ action: 'cases.alarmSeen', subject: params.id }, async tx => {
      await noteAlarmSeen(tx, params.id, actor.staffId, at.instant.toString())
      return ok(undefined)
    })
  }),
]
