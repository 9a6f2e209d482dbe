import { mayCall } from '#kernel/actor'
import { ok, refuse } from '#kernel/refusal'
import { chinaCalendar } from '#platform/calendar'
import { bind, type RouteBinding } from '#platform/module'
import { routes } from '../contract/figures.ts'
import { metricsPolicy } from '../policy.ts'
import { figureView } from '../queries/figure-view.ts'
import { figureGroups, findFigure, findGroup } from '../queries/figures/all.ts'
import { listRows, reportOf } from '../queries/report.ts'
import { rowSearchOf } from '../queries/search.ts'
import { listTowns } from '../queries/towns.ts'
import { earlier, monthsOf, problemOf } from '../rules/report.ts'

const pageSize = 50
const all = { towns: true, months: true }
const none = { towns: false, months: false }

const definitions = bind(routes.definitions, async ({ at }) =>
  ok({
    groups: figureGroups.map(group => ({
      code: group.code,
      name: group.name,
      figures: group.figures.map(figure => figureView(group, figure, metricsPolicy(at.today))),
    })),
  }),
)

const report = bind(routes.report, async ({ query, at, read }) => {
  const group = findGroup(query.group)
  if (!group) return refuse('figureUnknown')
  const problem = problemOf(query)
  if (problem) return refuse(problem)
  const search = rowSearchOf(query, at.today, chinaCalendar)
  const [found, towns] = await read(async tx => [await reportOf(tx, group, search, all), await listTowns(tx)])
  return ok({
    figures: group.figures.map(figure => figureView(group, figure, search.policy)),
    values: [...found.whole],
    towns: towns.map(({ code, name }) => ({ code, name, values: [...found.town(code)] })),
    months: monthsOf(query).map(({ month }) => ({ month, values: [...found.month(month)] })),
  })
})

const compare = bind(routes.compare, async ({ query, at, read }) => {
  const group = findGroup(query.group)
  if (!group) return refuse('figureUnknown')
  const problem = problemOf(query)
  if (problem) return refuse(problem)
  const before = earlier(query, query.step)
  const search = rowSearchOf({ ...query, ...before }, at.today, chinaCalendar)
  const found = await read(tx => reportOf(tx, group, search, none))
  // How it stands now says nothing about then.
  const values = found.whole.map((value, n) =>
    group.figures[n]?.period === 'now' ? { ...value, value: null, counted: 0 } : value,
  )
  return ok({ ...before, values })
})

const figureRows = bind(routes.figureRows, async ({ params, query, at, actor, read }) => {
  const found = findFigure(params.code)
  if (!found) return refuse('figureUnknown')
  const problem = problemOf(query)
  if (problem) return refuse(problem)
  if (!mayCall(found.group.readers, actor)) return refuse('figureRowsClosed')
  const search = rowSearchOf(query, at.today, chinaCalendar)
  const page = { offset: (query.page - 1) * pageSize, limit: pageSize }
  const [whole, rows, towns] = await read(async tx => [
    (await reportOf(tx, found.group, search, none)).whole,
    await listRows(tx, found, search, page),
    await listTowns(tx),
  ])
  const names = new Map(towns.map(({ code, name }) => [code, name]))
  return ok({
    figure: figureView(found.group, found.figure, search.policy),
    value: whole.find(({ code }) => code === params.code) ?? { code: params.code, value: null, counted: 0 },
    total: rows.total,
    items: rows.items.map(({ town, ...row }) => ({ ...row, townName: names.get(town) ?? '' })),
  })
})

export const figureRoutes: readonly RouteBinding[] = [definitions, report, compare, figureRows]
