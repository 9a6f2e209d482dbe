import type { Moment } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import { holidayName } from '#platform/calendar'
import type { Tx } from '#platform/database'
import { countRaised, listCalendarCandidates } from '../queries/calendar.ts'
import { chooseShops, periodsBetween, type RaisedPeriod, whyRaised } from '../rules/task/calendar.ts'
import { makeProposal, type Setting } from './propose-task.ts'

/** Periods that touch these days, by the setting of the house. */
export const periodsOf = (from: Temporal.PlainDate, to: Temporal.PlainDate, { policy, calendar }: Setting) =>
  periodsBetween(from, to, { calendar, seasons: policy.highSeasons, nameOf: holidayName })

/**
 * 日历 → 建议 (job, every morning): a holiday or high season that begins within the lead time asks for off-hours and joint visits, once. They
 * are proposals like any other: a head sends them, or does not. The number made.
 */
export async function raiseCalendar(tx: Tx, at: Moment, setting: Setting): Promise<number> {
  const { today } = at
  const last = today.add({ days: setting.policy.raise.leadDays })
  const raised = await countRaised(tx)
  let made = 0
  for (const period of periodsOf(today, last, setting))
    if (!raised.has(period.id))
      made += await raisePeriod(tx, period, { by: 'system:inspection.raiseCalendar', at }, setting)
  return made
}

/** One period now, because a person asks for it earlier. */
export async function raiseNow(
  tx: Tx,
  asked: { readonly period: string; readonly by: string },
  at: Moment,
  setting: Setting,
): Promise<Result<number>> {
  const period = periodsOf(at.today, at.today.add({ years: 1 }), setting).find(({ id }) => id === asked.period)
  if (period === undefined) return refuse('calendarPeriodUnknown')
  if ((await countRaised(tx)).has(period.id)) return refuse('calendarRaised')
  const made = await raisePeriod(tx, period, { by: asked.by, at }, setting)
  return made > 0 ? ok(made) : refuse('calendarNobody')
}

async function raisePeriod(
  tx: Tx,
  period: RaisedPeriod,
  { by, at }: { readonly by: string; readonly at: Moment },
  setting: Setting,
): Promise<number> {
  const { raise, yearlyCap } = setting.policy
  const candidates = await listCalendarCandidates(tx, at.today)
  const known = new Map(candidates.map(one => [one.licenceNo, one]))
  let made = 0
  for (const { licenceNo, kind } of chooseShops(candidates, { ...raise, yearlyCap })) {
    const shop = known.get(licenceNo)
    if (shop === undefined) continue
    const asked = {
      licenceNo,
      kind,
      reasons: [period.kind],
      why: whyRaised(period, shop, yearlyCap),
      dueBy: period.to,
      partner: kind === 'joint' ? raise.partner : null,
      noNoticeReason: null,
    }
    const done = await makeProposal(tx, asked, { source: 'calendar', ref: period.id, by, at }, setting)
    if (done.ok) made += 1
  }
  return made
}
