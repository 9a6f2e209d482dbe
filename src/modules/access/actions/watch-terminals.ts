import type { Moment } from '#kernel/dates'
import type { Tx } from '#platform/database'
import { fleetPolicy } from '../policy.ts'
import { listFleet } from '../queries/fleet.ts'
import { decideSilence } from '../rules/alarms.ts'
import { isSilent } from '../rules/fleet-health.ts'
import { openSince } from '../rules/opening-hours.ts'
import { endedSilences } from '../rules/silence-ends.ts'
import * as alarms from '../store/alarm.ts'
import { markSilent, noteWatch } from '../store/pulse.ts'

/** The watch looks every minute; longer than this without a look, the house itself was away. */
const longestGapMinutes = 5

/** 值守: every minute, which terminals are silent in their opening hours, and which calls for help nobody answers. */
export async function watchTerminals(tx: Tx, at: Moment): Promise<void> {
  const policy = fleetPolicy(at.today)
  const now = at.instant
  const backAt = await noteWatch(tx, now, longestGapMinutes)
  const { silentMinutes, usual } = policy
  const terminals = (await listFleet(tx))
    .filter(({ state }) => state === 'active')
    .map(one => {
      const hours = one.settings ?? usual
      const silent = isSilent({ ...one, hours }, now, { silentMinutes, backAt })
      return { ...one, open: openSince(hours, now) !== undefined, silent }
    })
  const raises = decideSilence(
    terminals.filter(one => one.open),
    policy,
  )
  const over = endedSilences(await alarms.listOpenSilences(tx), { raises, terminals })
  await alarms.endByKeys(tx, over, now)
  await alarms.raiseAlarms(tx, raises, now)
  await markSilent(
    tx,
    terminals.filter(one => one.silent).map(one => one.id),
    now,
  )
  const calls = await alarms.listUnansweredCalls(tx, now.subtract({ minutes: policy.helpMinutes }))
  const waiting = calls.map(({ id, ...place }) => ({
    key: `helpWaiting:${id}`,
    kind: 'helpWaiting' as const,
    terminals: 1,
    ...place,
  }))
  await alarms.raiseAlarms(tx, waiting, now)
}
