import type { HolidayCalendar } from '#kernel/working-days'
import { holidayName } from '#platform/calendar'
import type { Tx } from '#platform/database'
import { metricsPolicy } from '../policy.ts'
import { figureGroups } from '../queries/figures/all.ts'
import type { Figure, FigureGroup, RowSearch } from '../queries/figures/group.ts'
import { reportOf } from '../queries/report.ts'
import { rowSearchOf } from '../queries/search.ts'
import { listTowns } from '../queries/towns.ts'
import type { FigureValue, Period } from '../rules/figure.ts'
import type { FigureFacts, MonthFacts } from '../rules/narrative.ts'
import { earlier, monthsOf } from '../rules/report.ts'
import { sayPolicy } from '../rules/say-policy.ts'

export interface ReportFigure {
  readonly figure: Figure
  readonly group: FigureGroup
  readonly facts: FigureFacts
  readonly months: readonly { readonly month: string; readonly value: number | null }[]
  readonly towns: readonly { readonly name: string; readonly value: number | null; readonly counted: number }[]
}

interface Day {
  readonly today: Temporal.PlainDate
  readonly calendar: HolidayCalendar
}

const monthPeriod = (month: string): Period => {
  const first = Temporal.PlainDate.from(`${month}-01`)
  return { from: first.toString(), to: first.with({ day: first.daysInMonth }).toString() }
}

/** An unfinished month ends today, and is laid beside the same days of the months before. */
function reportPeriod(month: string, today: Temporal.PlainDate): Period {
  const { from, to } = monthPeriod(month)
  const now = today.toString()
  return { from, to: [to, now].toSorted()[0] ?? to }
}

/** Everything that the report of a month rests on: each figure now, a month and a year before, by town, and thirteen months of it. */
export async function readReportFigures(
  tx: Tx,
  month: string,
  { today, calendar }: Day,
): Promise<readonly ReportFigure[]> {
  const period = reportPeriod(month, today)
  const policy = metricsPolicy(today)
  const search = (asked: Period) => rowSearchOf(asked, today, calendar)
  const long = { from: earlier(period, 'year').from, to: period.to }
  const towns = await listTowns(tx)
  const all: ReportFigure[] = []
  for (const group of figureGroups) {
    const now = await reportOf(tx, group, search(period), { towns: true, months: false })
    const trend = await reportOf(tx, group, search(long), { towns: false, months: true })
    const [monthBefore, yearBefore] = await beforeOf(
      tx,
      group,
      [earlier(period, 'month'), earlier(period, 'year')].map(search),
    )
    group.figures.forEach((figure, n) => {
      const { value = null, counted = 0 } = now.whole[n] ?? {}
      all.push({
        ...{ figure, group },
        facts: {
          ...{ code: figure.code, name: sayPolicy(figure.name, policy).zh, unit: figure.unit, better: figure.better },
          ...{ now: value, counted },
          monthBefore: monthBefore?.[n]?.value ?? null,
          yearBefore: yearBefore?.[n]?.value ?? null,
        },
        months: monthsOf(long).map(one => ({ month: one.month, value: trend.month(one.month)[n]?.value ?? null })),
        towns: towns.map(({ code, name }) => {
          const town = now.town(code)[n]
          return { name, value: town?.value ?? null, counted: town?.counted ?? 0 }
        }),
      })
    })
  }
  return all
}

/** What the figures were; how it stands now says nothing about then. */
async function beforeOf(tx: Tx, group: FigureGroup, searches: readonly RowSearch[]) {
  const before: (readonly FigureValue[])[] = []
  for (const search of searches) {
    const { whole } = await reportOf(tx, group, search, { towns: false, months: false })
    before.push(whole.map((value, n) => (group.figures[n]?.period === 'now' ? { ...value, value: null } : value)))
  }
  return before
}

/** Undefined where the holidays of the year are not published: then nothing is said of working days. */
export function monthFacts(month: string, { today, calendar }: Day): MonthFacts | undefined {
  const period = reportPeriod(month, today)
  const workingDays = countIn(period, calendar)
  const workingDaysBefore = countIn(earlier(period, 'month'), calendar)
  if (workingDays === undefined || workingDaysBefore === undefined) return undefined
  const holidays = daysOf(period).flatMap(day => holidayName(day.toString()) ?? [])
  return { workingDays, workingDaysBefore, holidays: [...new Set(holidays)] }
}

function countIn(period: Period, calendar: HolidayCalendar): number | undefined {
  const days = daysOf(period)
  if (days.some(({ year }) => !calendar.isPublished(year))) return undefined
  return days.filter(day => calendar.isWorkingDay(day)).length
}

function daysOf({ from, to }: Period): readonly Temporal.PlainDate[] {
  const first = Temporal.PlainDate.from(from)
  const count = first.until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days + 1
  return Array.from({ length: count }, (_, days) => first.add({ days }))
}
