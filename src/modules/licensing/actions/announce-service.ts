import { addWorkingDays } from '#kernel/working-days'
import { announce } from '#platform/announce'
import type { Tx } from '#platform/database'
import * as events from '../events.ts'
import type { Setting } from './setting.ts'

interface ToServe {
  readonly applicationNo: string
  readonly licenceNo: string | null
  readonly areaCode: string
  readonly service: string
  readonly result: 'grant' | 'deny'
  readonly deliverMode: 'electronic' | 'pickup' | 'post' | 'door'
}

/** 待送达: within ten working days of the decision (XK 44); null where that year's holidays are not published. */
export async function announceService(
  tx: Tx,
  decision: ToServe,
  today: Temporal.PlainDate,
  { policy, calendar }: Setting,
): Promise<void> {
  const { licenceNo } = decision
  if (licenceNo === null) return
  const due = addWorkingDays(calendar, today, policy.clocks.serveDays)
  const serveBy = due.ok ? due.value.toString() : null
  const { applicationNo, areaCode, service, result, deliverMode } = decision
  await announce(tx, events.decisionToServe, {
    ...{ applicationNo, licenceNo, areaCode, service, result, deliverMode, serveBy },
  })
}
