import type { Moment } from '#kernel/dates'
import { announce } from '#platform/announce'
import type { Tx } from '#platform/database'
import * as events from '../events.ts'
import { listDueLicences } from '../queries/due-licences.ts'
import { reminderDay } from '../rules/renewal/reminders.ts'
import { renewalWindow } from '../rules/renewal/window.ts'
import type { Setting } from './setting.ts'

/**
 * 到期提醒 at 90, 60, 45 and 35 days before the last day (policy `renewal.reminders`). Announces each licence that stands at
 * or just past one of them and has no renewal open; whoever sends the message keeps to one a reminder day.
 */
export async function announceReminders(tx: Tx, at: Moment, { policy, calendar }: Setting): Promise<number> {
  const { reminderDays } = policy
  const longest = Math.max(...reminderDays)
  const licences = await listDueLicences(tx, at.today.toString(), at.today.add({ days: longest }).toString())
  for (const { licenceNo, validTo } of licences) {
    const last = Temporal.PlainDate.from(validTo)
    const window = renewalWindow(last, at.today, { policy: policy.window, calendar })
    if (!window.ok || window.value.kind !== 'open') continue
    const daysLeft = reminderDay(window.value.daysLeft, reminderDays)
    if (daysLeft === undefined) continue
    const lastTimelyDay = window.value.lastTimelyDay.toString()
    await announce(tx, events.renewalDue, { licenceNo, validTo, lastTimelyDay, daysLeft })
  }
  return licences.length
}
