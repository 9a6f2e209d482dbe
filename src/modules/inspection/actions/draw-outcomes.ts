import { type Moment, parseDate } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import { addWorkingDays, type HolidayCalendar } from '#kernel/working-days'
import type { Tx } from '#platform/database'
import { listOutcomes, listUnclosed } from '../queries/draws.ts'
import type { DrawResult } from '../rules/draw/manifest.ts'
import type { Outcome } from '../rules/draw/room.ts'
import type { InspectionPolicy } from '../rules/policy.ts'
import { insertAlarm, insertEntry, insertOutcome, lockDraw, moveDraw, publishOutcomes } from '../store/draws.ts'

export interface OutcomeAsked {
  readonly drawId: string
  readonly object: string
  readonly outcome: Outcome
  readonly checkedOn: string
  readonly by: string
}

/** 录入抽查结果 of one drawn shop, once. */
export async function noteOutcome(tx: Tx, asked: OutcomeAsked, at: Moment): Promise<Result<null>> {
  const record = await lockDraw(tx, asked.drawId)
  if (!record) return refuse('drawUnknown')
  if (record.state !== 'published' || record.result === null) return refuse('drawNotDrawn')
  const day = parseDate(asked.checkedOn)
  if (!day.ok) return day
  if (Temporal.PlainDate.compare(day.value, at.today) > 0) return refuse('drawCheckedLater')
  const shop = (JSON.parse(record.result) as DrawResult).selected.find(({ id }) => id === asked.object)
  if (!shop) return refuse('drawShopNotDrawn')
  const line = { ...asked, areaCode: shop.area, at: at.instant.toString() }
  return (await insertOutcome(tx, line)) ? ok(null) : refuse('drawOutcomeTwice')
}

/** 公示抽查结果 of everything noted so far; with the last shop the draw is closed. */
export async function publishDrawOutcomes(tx: Tx, drawId: string, at: Moment, why = ''): Promise<Result<number>> {
  const record = await lockDraw(tx, drawId)
  if (!record) return refuse('drawUnknown')
  if (record.state !== 'published' || record.result === null) return refuse('drawNotDrawn')
  const published = await publishOutcomes(tx, drawId, at.instant.toString())
  if (published === 0) return refuse('drawNothingToPublish')
  await insertEntry(tx, drawId, {
    kind: 'outcomes',
    words: `公示检查结果 ${published} 户。${why}`,
    at: at.instant.toString(),
  })
  const { selected } = JSON.parse(record.result) as DrawResult
  const known = await listOutcomes(tx, drawId)
  if (known.filter(({ publishedAt }) => publishedAt !== null).length === selected.length) {
    await moveDraw(tx, drawId, 'closed')
    await insertEntry(tx, drawId, { kind: 'closed', words: '检查结果已全部公示。', at: at.instant.toString() })
  }
  return ok(published)
}

/**
 * 公示期限检查 (job, every morning): a result has to be public within 20 working days of the visit; from some days before it is an
 * alarm, and so is a drawn shop that nobody visited until the last day of the visits. On the last working day before the limit ends the job
 * publishes what was noted itself: a date set for everybody does not depend on whether somebody thinks of it.
 */
export async function watchOutcomes(
  tx: Tx,
  at: Moment,
  { policy, calendar }: { readonly policy: InspectionPolicy; readonly calendar: HolidayCalendar },
): Promise<void> {
  const today = at.today.toString()
  for (const { id, visitsTo, result } of await listUnclosed(tx)) {
    let isLast = false
    const outcomes = new Map((await listOutcomes(tx, id)).map(one => [one.object, one]))
    for (const { id: object } of result.selected) {
      const noted = outcomes.get(object)
      const alarm = { drawId: id, object, at: at.instant.toString() }
      if (noted === undefined && visitsTo < today) await insertAlarm(tx, { ...alarm, kind: 'unvisited', due: visitsTo })
      if (noted === undefined || noted.publishedAt !== null) continue
      const dates = publicationDates(noted.checkedOn, policy, calendar)
      isLast ||= dates.last <= today
      if (dates.warn <= today) await insertAlarm(tx, { ...alarm, kind: 'unpublished', due: dates.due })
    }
    if (isLast) await publishDrawOutcomes(tx, id, at, '公示期限将到，由系统按时公示。')
  }
}

/** Where the holidays of a year are not published yet, weekdays alone are counted: the alarm then comes early, never late. */
export function publicationDates(
  checkedOn: string,
  policy: Pick<InspectionPolicy, 'resultWorkingDays' | 'resultSoonWorkingDays'>,
  calendar: HolidayCalendar,
): { readonly due: string; readonly last: string; readonly warn: string } {
  const day = Temporal.PlainDate.from(checkedOn)
  const after = (days: number): string => {
    const counted = addWorkingDays(calendar, day, days)
    if (counted.ok) return counted.value.toString()
    return day.add({ days: days + 2 * Math.floor(days / 5) }).toString()
  }
  const { resultWorkingDays: limit, resultSoonWorkingDays: soon } = policy
  return { due: after(limit), last: after(limit - 1), warn: after(limit - soon) }
}
