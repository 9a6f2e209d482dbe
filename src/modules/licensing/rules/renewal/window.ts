import { daysBetween } from '#kernel/dates'
import type { Result } from '#kernel/refusal'
import { ok } from '#kernel/refusal'
import { addWorkingDays, type HolidayCalendar, type WorkingDayRefusal } from '#kernel/working-days'

export interface WindowPolicy {
  readonly leadDays: number
  /** XK 50 does not say which days; the sector rule counts working days, to whom it speaks is unclear (reference 2.2). */
  readonly leadKind: 'calendar' | 'working'
  readonly opensDaysBefore: number
}

/** When a licence can be renewed (延续窗口). `late` and `expired` go to a person: the law refuses neither by itself. */
export interface RenewalWindow {
  readonly kind: 'early' | 'open' | 'late' | 'expired'
  readonly opensOn: Temporal.PlainDate
  /** 届满三十日前: the thirtieth day before the last day of validity is still in time (day of the event = day 0). */
  readonly lastTimelyDay: Temporal.PlainDate
  /** Calendar days until the last day of validity; negative after it. */
  readonly daysLeft: number
}

/** Refused only when working days are asked for in a year whose holidays are not published. */
export function renewalWindow(
  validTo: Temporal.PlainDate,
  today: Temporal.PlainDate,
  { policy, calendar }: { policy: WindowPolicy; calendar: HolidayCalendar },
): Result<RenewalWindow, WorkingDayRefusal> {
  const last =
    policy.leadKind === 'calendar'
      ? ok(validTo.subtract({ days: policy.leadDays }))
      : addWorkingDays(calendar, validTo, -policy.leadDays)
  if (!last.ok) return last
  const opensOn = validTo.subtract({ days: policy.opensDaysBefore })
  return ok({
    kind: kindOf(today, { opensOn, lastTimelyDay: last.value, validTo }),
    opensOn,
    lastTimelyDay: last.value,
    daysLeft: daysBetween(today, validTo),
  })
}

interface Edges {
  readonly opensOn: Temporal.PlainDate
  readonly lastTimelyDay: Temporal.PlainDate
  readonly validTo: Temporal.PlainDate
}

function kindOf(today: Temporal.PlainDate, { opensOn, lastTimelyDay, validTo }: Edges): RenewalWindow['kind'] {
  const after = (edge: Temporal.PlainDate) => Temporal.PlainDate.compare(today, edge) > 0
  if (after(validTo)) return 'expired'
  if (after(lastTimelyDay)) return 'late'
  return Temporal.PlainDate.compare(today, opensOn) < 0 ? 'early' : 'open'
}
