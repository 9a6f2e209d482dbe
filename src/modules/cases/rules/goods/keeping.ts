import type { Result } from '#kernel/refusal'
import { deadline, type HolidayCalendar, type WorkingDayRefusal } from '#kernel/working-days'
import type { Custody, LotDecision } from './moves.ts'

/** 先行登记保存: seven working days to decide (行政处罚法第五十六条、第八十五条). */
const keepingDays = 7

/** The last day for the decision on goods held on `heldOn`; the day itself is day 0. */
export const keepingDue = (
  heldOn: Temporal.PlainDate,
  calendar: HolidayCalendar,
): Result<Temporal.PlainDate, WorkingDayRefusal> => deadline(calendar, 'CF', heldOn, keepingDays)

export type KeepingState = 'none' | 'running' | 'soon' | 'overdue' | 'decided' | 'decidedLate'

/** How the clock of a lot stands; only 先行登记保存 has one. */
export function keepingState(
  lot: {
    readonly custody: Custody
    readonly dueOn: string | null
    readonly decision: LotDecision | null
    readonly decidedOn: string | null
  },
  today: string,
  soonFrom: string | null,
): KeepingState {
  if (lot.custody !== 'registered' || lot.dueOn === null) return 'none'
  if (lot.decidedOn !== null) return lot.decidedOn > lot.dueOn ? 'decidedLate' : 'decided'
  if (today > lot.dueOn) return 'overdue'
  return soonFrom !== null && today >= soonFrom ? 'soon' : 'running'
}
