import type { HolidayCalendar } from '#kernel/working-days'
import { metricsPolicy } from '../policy.ts'
import type { Period } from '../rules/figure.ts'
import { workingDayCounts } from '../rules/working-day-count.ts'
import type { RowSearch } from './figures/group.ts'

interface Cut {
  readonly town?: string | undefined
  readonly service?: string | undefined
  readonly channel?: string | undefined
}

/** What a reader asked, with what the day adds. A file is accepted at most two years before it is decided. */
export function rowSearchOf(asked: Period & Cut, today: Temporal.PlainDate, calendar: HolidayCalendar): RowSearch {
  const { from, to, town, service, channel } = asked
  const before = Temporal.PlainDate.from(from).subtract({ years: 2 }).toString()
  return {
    ...{ from, to, town, service, channel, today: today.toString(), policy: metricsPolicy(today) },
    workingDays: workingDayCounts(calendar, { from: before, to }),
  }
}
