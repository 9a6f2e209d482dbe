import type { Moment } from '#kernel/dates'
import { announce } from '#platform/announce'
import { randomId } from '#platform/crypto'
import type { Tx } from '#platform/database'
import { alertRaised } from '../events.ts'
import { decideRaising } from '../rules/raise.ts'
import { expireAlerts, insertAlert, lockKnown, normalised, renewAlert, rescoreAlert } from '../store/alerts.ts'
import type { RaisedAlert } from '../watch/judge.ts'

/** Takes what the watch found: raised, joined to the open alert of the subject, or left silent; the overdue expire. */
export async function saveAlerts(
  tx: Tx,
  alerts: readonly RaisedAlert[],
  at: Moment,
  alertDays: number,
): Promise<number> {
  const now = at.instant.toString()
  const life = { now, expires: at.instant.add({ hours: 24 * alertDays }).toString() }
  await expireAlerts(tx, now)
  let raised = 0
  for (const alert of alerts) {
    const areaCode = alert.areaCode
    // Nothing in the lake says where it is: nobody could be shown it.
    if (areaCode === null) continue
    const known = await lockKnown(tx, alert, now)
    const evidence = known.length === 0 ? '' : await normalised(tx, alert.evidence)
    const raising = decideRaising({ reasons: alert.reasons, evidence }, known, alertDays)
    const open = known.find(one => one.state === 'open')
    if (raising === 'renew' && open) await renewAlert(tx, open.id, alert, life)
    // Another model judges the same facts: that is no news, but the board is in its order.
    if (raising === 'keep' && open && open.score !== alert.score) await rescoreAlert(tx, open.id, alert.score)
    if (raising !== 'raise') continue
    const id = randomId()
    const { kind, subjectKind, subject, score, reasons } = alert
    await insertAlert(tx, id, { ...alert, areaCode }, life)
    await announce(tx, alertRaised, { alertId: id, kind, subjectKind, subject, areaCode, score, reasons: [...reasons] })
    raised += 1
  }
  return raised
}
