import type { HolidayCalendar } from '#kernel/working-days'
import { inHighSeason, isDayOff } from './plan.ts'

/** A time in which cigarettes move when nobody is in the office: 节假日 or 高发期. */
export interface RaisedPeriod {
  /** `JR-2026-10-01` (节日) or `GF-2026-12-20` (高发期): what its proposals refer to. */
  readonly id: string
  readonly kind: 'holiday' | 'season'
  readonly name: string
  readonly from: string
  readonly to: string
}

interface Setting {
  readonly calendar: HolidayCalendar
  readonly seasons: readonly string[]
  readonly nameOf: (day: string) => string | undefined
}

/** A weekend is no holiday: three days off in a row are. */
const shortestHoliday = 3

/** Periods that touch these days, whole, in order. A year whose notice is not published has weekends and seasons only. */
export function periodsBetween(
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
  setting: Setting,
): readonly RaisedPeriod[] {
  const { calendar, seasons, nameOf } = setting
  const off = runsOf(from, to, day => isDayOff(day, calendar))
  const holidays = off
    .filter(({ days }) => days.length >= shortestHoliday)
    .map(({ days }) => periodOf('holiday', days, days.map(nameOf).find(name => name !== undefined) ?? '连休'))
  const high = runsOf(from, to, day => inHighSeason(day, seasons)).map(({ days }) => periodOf('season', days, '高发期'))
  return [...holidays, ...high].toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.id < b.id ? -1 : 1))
}

function periodOf(kind: RaisedPeriod['kind'], days: readonly string[], name: string): RaisedPeriod {
  const from = days[0] ?? ''
  return { id: `${kind === 'holiday' ? 'JR' : 'GF'}-${from}`, kind, name, from, to: days.at(-1) ?? from }
}

/** Runs of days for which `is` holds, each followed to both its ends, even outside the asked days. */
function runsOf(from: Temporal.PlainDate, to: Temporal.PlainDate, is: (day: Temporal.PlainDate) => boolean) {
  const runs: { readonly days: string[] }[] = []
  let day = from
  while (is(day) && day.until(from, { largestUnit: 'day' }).days < 366) day = day.subtract({ days: 1 })
  let open: string[] | undefined
  for (; Temporal.PlainDate.compare(day, to) <= 0 || open !== undefined; day = day.add({ days: 1 })) {
    if (!is(day)) open = undefined
    else if (open) open.push(day.toString())
    else {
      open = [day.toString()]
      runs.push({ days: open })
    }
    if (open && open.length > 366) break
  }
  return runs
}

/** A shop that may be asked for in a period. */
export interface Candidate {
  readonly licenceNo: string
  readonly town: string
  readonly class: 'A' | 'B' | 'C' | 'D' | 'N'
  /** Findings of the last year that led to a correction or a case. */
  readonly bad: number
  readonly lastVisit: string | null
  /** Visits of the year, made or sent. */
  readonly visits: number
  /** It waits for a visit already. */
  readonly waits: boolean
}

export interface Choice {
  readonly licenceNo: string
  readonly kind: 'offHours' | 'joint'
}

const rank = { D: 0, C: 1, N: 2, B: 3, A: 4 } as const

/**
 * 谁先查: trouble of the last year, then credit class, then the longest unvisited; towns take turns, so that no town has all the visits. A shop
 * at its yearly limit or already waiting is left out. The first few with trouble are asked for jointly.
 */
export function chooseShops(
  candidates: readonly Candidate[],
  { shops, joint, yearlyCap }: { readonly shops: number; readonly joint: number; readonly yearlyCap: number },
): readonly Choice[] {
  const open = candidates.filter(({ visits, waits }) => visits < yearlyCap && !waits).toSorted(moreUrgent)
  const byTown = [...Map.groupBy(open, ({ town }) => town).values()]
  const turns = byTown.flatMap(list => list.map((shop, turn) => ({ shop, turn })))
  const chosen = turns.toSorted((a, b) => a.turn - b.turn || moreUrgent(a.shop, b.shop)).slice(0, shops)
  const together = new Set(
    chosen
      .map(({ shop }) => shop)
      .filter(({ bad, class: grade }) => bad > 0 || grade === 'D')
      .toSorted(moreUrgent)
      .slice(0, joint)
      .map(({ licenceNo }) => licenceNo),
  )
  return chosen.map(({ shop: { licenceNo } }) => ({ licenceNo, kind: together.has(licenceNo) ? 'joint' : 'offHours' }))
}

const moreUrgent = (a: Candidate, b: Candidate): number =>
  b.bad - a.bad ||
  rank[a.class] - rank[b.class] ||
  (a.lastVisit ?? '').localeCompare(b.lastVisit ?? '') ||
  (a.licenceNo < b.licenceNo ? -1 : 1)

/** 为什么: what a person reads on the proposal. */
export const whyRaised = (
  period: RaisedPeriod,
  { bad, lastVisit, visits }: Pick<Candidate, 'bad' | 'lastVisit' | 'visits'>,
  yearlyCap: number,
): string =>
  [
    `${period.kind === 'holiday' ? `${period.name}假期` : period.name}（${period.from}至${period.to}）加派${period.kind === 'holiday' ? '错时' : '错时、联合'}检查`,
    bad > 0 ? `近一年有 ${bad} 次责令改正或者立案` : lastVisit === null ? '还没有检查过' : `上次检查 ${lastVisit}`,
    `今年已查 ${visits} 次，上限 ${yearlyCap} 次`,
  ].join('；')
