import { ok, refuse } from '#kernel/refusal'
import { type Ask, bind, type RouteBinding } from '#platform/module'
import { acknowledgeAlarm, endAlarm } from '../actions/alarms.ts'
import { setTerminals } from '../actions/set-terminals.ts'
import { fleetRoutes as routes } from '../contract.ts'
import { fleetPolicy } from '../policy.ts'
import * as queries from '../queries/fleet.ts'
import { fleetView, withHealth } from '../rules/fleet-view.ts'
import { byStaff } from './actors.ts'

const daysOfUse = 30

const moment = ({ at }: Pick<Ask, 'at'>) => ({ now: at.instant, policy: fleetPolicy(at.today) })

/** 终端总览 in two statements, one terminal in five, whatever their number; settings and alarms. */
export const fleetRoutes: readonly RouteBinding[] = [
  bind(routes.fleet, async ask => {
    const { facts, alarms } = await ask.read(async tx => ({
      facts: await queries.listFleet(tx),
      alarms: await queries.listOpenAlarms(tx),
    }))
    const rows = facts.map(one => withHealth(one, moment(ask)))
    return ok({ ...fleetView(rows, ask.query), alarms })
  }),

  bind(routes.terminalLife, async ask => {
    const { id } = ask.params
    const to = ask.at.today
    const from = to.subtract({ days: daysOfUse - 1 })
    const life = await ask.read(async tx => {
      const facts = await queries.findFleetFacts(tx, id)
      if (!facts) return undefined
      return {
        facts,
        order: await queries.findSettingsOrder(tx, id),
        events: await queries.listEvents(tx, id),
        uses: await queries.listUses(tx, id, { from: `${from}`, to: `${to}` }),
        alarms: await queries.listAlarmsOf(tx, id),
      }
    })
    if (!life) return refuse('terminalMissing')
    const { facts, order, ...rest } = life
    const { settingsVersion: version, appliedVersion } = facts
    const { setBy = null, setAt = null, appliedAt = null } = order ?? {}
    const wanted = facts.settings ?? moment(ask).policy.usual
    return ok({
      terminal: withHealth(facts, moment(ask)),
      settings: { version, wanted, setBy, setAt, appliedVersion, appliedAt },
      ...rest,
    })
  }),

  bind(routes.setTerminals, ask =>
    ask.act({ action: 'access.setTerminals', details: { terminals: ask.body.terminalIds.length } }, tx =>
      setTerminals(tx, ask.body, byStaff(ask)),
    ),
  ),

  bind(routes.acknowledgeAlarm, ask =>
    ask.act({ action: 'access.acknowledgeAlarm', subject: ask.params.id }, tx =>
      acknowledgeAlarm(tx, { ...ask.params, ...ask.body }, byStaff(ask)),
    ),
  ),

  bind(routes.endAlarm, ask =>
    ask.act({ action: 'access.endAlarm', subject: ask.params.id }, tx =>
      endAlarm(tx, { ...ask.params, ...ask.body }, byStaff(ask)),
    ),
  ),
]
