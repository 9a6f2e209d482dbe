import type { Actor } from '#kernel/actor'
import { formatCitation } from '#kernel/citation'
import type { HolidayCalendar } from '#kernel/working-days'
import type { TaskView } from '../contract.ts'
import type { InspectionPolicy } from '../rules/policy.ts'
import { taskKinds } from '../rules/task/moves.ts'
import { visitHours } from '../rules/task/plan.ts'
import { type CheckCode, checks, isReason } from '../rules/task/reasons.ts'
import type { TaskRow } from './tasks.ts'

/** A task as somebody reads it: codes become the words of the checklist, and he learns whether it is his. */
export const viewOf = (
  { areaCode: _, score: __, officerIds, ...row }: TaskRow,
  actor: Actor,
  setting: { readonly policy: InspectionPolicy; readonly calendar: HolidayCalendar },
): TaskView => ({
  ...row,
  reasons: row.reasons.filter(isReason),
  checklist: row.checklist.map(code => checks[code as CheckCode].zh),
  basis: row.basis.map(formatCitation),
  capped: taskKinds[row.kind].capped,
  between: visitHours(row, setting),
  officers: [...row.officers],
  mine: actor.kind === 'staff' && officerIds.includes(actor.staffId),
})

/** How far back the board looks. */
export const since = (today: Temporal.PlainDate) => ({
  since: today.subtract({ months: 3 }).toString(),
  year: today.year,
})
