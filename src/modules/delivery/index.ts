import { defineModule, type Module } from '#platform/module'
import { jobsOf, schedules } from './jobs.ts'
import { deliveryLaw } from './law.ts'
import type { DeliveryPorts } from './ports.ts'
import { deliveryRefusals } from './refusals.ts'
import { routeBindings } from './routes.ts'

/** 送达与送证上门: items, rounds, hand-over and its proof, 送达回证, village days and helper bookings. */
export const createDelivery = (ports: DeliveryPorts): Module =>
  defineModule({
    name: 'delivery',
    routes: routeBindings(ports),
    refusals: deliveryRefusals,
    law: deliveryLaw,
    jobs: jobsOf(ports),
    schedules,
  })

export { receiveItem } from './actions/receive-item.ts'
export { settingOf as deliverySettingOf } from './actions/setting.ts'
export { book, makeVisit } from './actions/visits.ts'
export { served } from './events.ts'
export type { DeliveryPorts, PostCarrier, PostEvent } from './ports.ts'
export { readPostQueue } from './queries/parcels.ts'
export { deliveryPolicyOf } from './rules/policy.ts'
export { howLabels } from './rules/ways.ts'
