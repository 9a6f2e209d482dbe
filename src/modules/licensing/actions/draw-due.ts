import { type Moment, momentOf } from '#kernel/dates'
import { chinaCalendar } from '#platform/calendar'
import type { Tx } from '#platform/database'
import { spotCheckPolicy } from '../policy.ts'
import { drawDossiers, drawGrants, sampleDue } from './draw-spot-checks.ts'

/** 抽查 of the morning: the automatic grants of each finished day, and last month's closed files. Asked again it draws nothing more. */
export async function drawDue(tx: Tx, at: Moment): Promise<void> {
  await drawGrants(tx, at, spotCheckPolicy)
  await drawDossiers(tx, at, { policy: spotCheckPolicy(at.today), calendar: chinaCalendar })
}

/** The same on the first day of a demonstration: before the first working day of a month, the sample of the month before stands. */
export async function drawFirst(tx: Tx, at: Moment): Promise<void> {
  const due = sampleDue(at.today, chinaCalendar)
  await drawDue(tx, due ? at : momentOf(at.instant.subtract({ hours: 24 * at.today.day })))
}
