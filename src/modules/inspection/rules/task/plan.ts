import { clock } from '#kernel/minute-of-day'
import { ok, type Result, refuse } from '#kernel/refusal'
import { addWorkingDays, type HolidayCalendar } from '#kernel/working-days'
import type { InspectionPolicy } from '../policy.ts'
import { type TaskKind, taskKinds } from './moves.ts'
import { basisOf, checklistOf, type ReasonCode, wantsOffHours } from './reasons.ts'

/** 高发期 by month and day: `01-15..02-28`; one may run over the new year. */
export function inHighSeason(day: Temporal.PlainDate, seasons: readonly string[]): boolean {
  const at = day.toString().slice(5)
  return seasons.some(season => {
    const [from = '', to = ''] = season.split('..')
    return from <= to ? at >= from && at <= to : at >= from || at <= to
  })
}

/** Days off are known for published years; in another the weekend counts. */
export const isDayOff = (day: Temporal.PlainDate, calendar: HolidayCalendar): boolean =>
  calendar.isPublished(day.year) ? !calendar.isWorkingDay(day) : day.dayOfWeek > 5

/** 时段: at which hours the two go, as `17:30-22:00`; on a day off the whole time a shop is open. */
export function visitHours(
  { hours, visitOn }: { readonly hours: 'office' | 'off'; readonly visitOn: string | null },
  { policy: { route, office }, calendar }: { readonly policy: InspectionPolicy; readonly calendar: HolidayCalendar },
): string {
  const free = visitOn !== null && isDayOff(Temporal.PlainDate.from(visitOn), calendar)
  if (free) return `${clock(route.shopFrom)}-${clock(route.shopTo)}`
  if (hours === 'office') return `${clock(office.from)}-${clock(office.to)}`
  return `${clock(office.to)}-${clock(route.shopTo)}`
}

export interface Proposal {
  readonly kind: TaskKind
  readonly reasons: readonly ReasonCode[]
  readonly checklist: readonly string[]
  readonly basis: ReturnType<typeof basisOf>
  readonly hours: 'office' | 'off'
  readonly dueBy: string
}

/**
 * 建议: what to look for, under which article, until when and at which hours. In holidays and the high season the calendar raises
 * off-hours visits: cigarettes then move when nobody is in the office.
 */
export function planTask(
  asked: { readonly kind: TaskKind; readonly reasons: readonly ReasonCode[]; readonly dueBy?: string | null },
  today: Temporal.PlainDate,
  { policy, calendar }: { readonly policy: InspectionPolicy; readonly calendar: HolidayCalendar },
): Result<Proposal> {
  if (asked.reasons.length === 0) return refuse('taskReasonMissing')
  const reasons = [...new Set(asked.reasons)]
  const checklist = checklistOf(reasons)
  const limit = addWorkingDays(calendar, today, policy.taskWorkingDays)
  // The year's notice is not out: calendar days, which end earlier.
  const last = asked.dueBy ?? (limit.ok ? limit.value : today.add({ days: policy.taskWorkingDays })).toString()
  if (last < today.toString()) return refuse('taskDuePast')
  const off = wantsOffHours(reasons) || isDayOff(today, calendar) || inHighSeason(today, policy.highSeasons)
  return ok({
    kind: asked.kind,
    reasons,
    checklist,
    basis: basisOf(checklist),
    hours: asked.kind === 'offHours' || off ? 'off' : 'office',
    dueBy: last,
  })
}

/** 年度频次上限: planned visits stop at the limit; those a report, an alert or a correction calls for do not, but are counted and shown. */
export function capFault(kind: TaskKind, visitsThisYear: number, cap: number): Result<null> {
  return taskKinds[kind].capped && visitsThisYear >= cap
    ? refuse('taskCapReached', { visits: visitsThisYear, cap })
    : ok(null)
}

export interface Officer {
  readonly id: string
  readonly name: string
  readonly roles: readonly string[]
  readonly areas: readonly string[]
  readonly certificateFrom: string | null
  readonly certificateTo: string | null
  /** Visits already assigned on the day. */
  readonly load: number
  /** Stood back from this shop in a draw (回避). */
  readonly recused: boolean
  /** 利害关系 with the shop or its operator on the day, stated by himself or noted by a head. */
  readonly interested: boolean
}

interface Visit {
  readonly on: string
  readonly areaCode: string
  readonly perDay: number
}

/** Why this person may not be sent to this visit; `undefined` when he may. 网格员、辅助人员 without a certificate never inspect. */
export function whyNotOfficer(officer: Officer, { on, areaCode, perDay }: Visit): string | undefined {
  const { certificateFrom: from, certificateTo: to } = officer
  if (!officer.roles.includes('inspector')) return 'notInspector'
  if (from === null || to === null || from > on || to < on) return 'noCertificate'
  if (officer.interested) return 'interested'
  if (officer.recused) return 'recused'
  if (!officer.areas.some(area => areaCode.startsWith(area))) return 'otherArea'
  return officer.load >= perDay ? 'fullDay' : undefined
}

/** 两名: whoever has least to do that day goes; equals by id, so that the machine says the same twice. */
export function choosePair(officers: readonly Officer[], visit: Visit): readonly [Officer, Officer] | undefined {
  const [first, second] = officers
    .filter(officer => whyNotOfficer(officer, visit) === undefined)
    .toSorted((a, b) => a.load - b.load || (a.id < b.id ? -1 : 1))
  return first && second ? [first, second] : undefined
}
