import { actorLabel } from '#kernel/actor'
import { parseDate } from '#kernel/dates'
import { ok, type Result } from '#kernel/refusal'
import { holidayName } from '#platform/calendar'
import { type Ask, bind, type RouteBinding } from '#platform/module'
import { periodsOf, raiseNow } from '../actions/raise-calendar.ts'
import { readRegular } from '../actions/raise-regular.ts'
import { dayRouteRoutes, type InspectionCalendar, calendarRoutes as routes } from '../contract.ts'
import { countRaised, listCapped, listDayTasks } from '../queries/calendar.ts'
import { readDayRoutes } from '../queries/day-routes.ts'
import { inHighSeason, isDayOff } from '../rules/task/plan.ts'
import { settingOn } from './tasks.ts'

async function calendarOf(
  { at: { today }, read }: Pick<Ask, 'at' | 'read'>,
  month: string = today.toString().slice(0, 7),
): Promise<Result<InspectionCalendar>> {
  const setting = settingOn(today)
  const { policy, calendar } = setting
  const first = Temporal.PlainDate.from(`${month}-01`)
  const last = first.with({ day: first.daysInMonth })
  const days = Array.from({ length: first.daysInMonth }, (_, n) => first.add({ days: n }))
  return read(async tx => {
    const { due, ...week } = await readRegular(tx, today, setting)
    const raised = await countRaised(tx)
    const of = [...periodsOf(first, last, setting), ...periodsOf(today, today.add({ years: 1 }), setting)]
    const periods = [...new Map(of.map(period => [period.id, period])).values()]
    return ok({
      today: today.toString(),
      month,
      published: calendar.isPublished(first.year),
      days: days.map(day => ({
        day: day.toString(),
        off: isDayOff(day, calendar),
        holiday: holidayName(day.toString()) ?? null,
        season: inHighSeason(day, policy.highSeasons),
      })),
      tasks: (await listDayTasks(tx, first.toString(), last.toString())).map(task => ({
        ...task,
        officers: [...task.officers],
      })),
      periods: periods
        .toSorted((a, b) => (a.from < b.from ? -1 : 1))
        .map(period => ({
          ...period,
          raisesOn: Temporal.PlainDate.from(period.from).subtract({ days: policy.raise.leadDays }).toString(),
          ...(raised.get(period.id) ?? { proposed: 0, sent: 0 }),
          over: period.to < today.toString(),
        })),
      raise: policy.raise,
      regular: { ...week, cycles: policy.cycles, perWeek: policy.regularPerWeek, due: due.length },
      yearlyCap: policy.yearlyCap,
      capped: [...(await listCapped(tx, today.year, policy.yearlyCap))],
    })
  })
}

/** 检查日历 */
export const calendarBindings: readonly RouteBinding[] = [
  bind(routes.calendar, ask => calendarOf(ask, ask.query.month)),

  bind(dayRouteRoutes.dayRoutes, async ({ at, query, read }) => {
    const day = parseDate(query.on ?? at.today.toString())
    return day.ok ? ok(await read(tx => readDayRoutes(tx, day.value.toString(), settingOn(at.today)))) : day
  }),

  bind(routes.raisePeriod, async ask => {
    const { params, body, actor, at } = ask
    const done = await ask.act({ action: 'inspection.raisePeriod', subject: params.id }, tx =>
      raiseNow(tx, { period: params.id, by: actorLabel(actor) }, at, settingOn(at.today)),
    )
    return done.ok ? calendarOf(ask, body.month) : done
  }),
]
