import { ok, refuse } from '#kernel/refusal'
import { chinaCalendar } from '#platform/calendar'
import { bind, type RouteBinding } from '#platform/module'
import { type FigureView, routes } from './contract.ts'
import { listServiceCases } from './queries/service-cases.ts'
import { listTowns } from './queries/towns.ts'
import { casesOf, compute, type Figure } from './rules/figure.ts'
import { monthsOf, problemOf, valuesOf } from './rules/report.ts'
import { serviceFigures } from './rules/service-figures.ts'

const pageSize = 50

const figureView = <Case>({ code, name, formula, unit, aggregate, sources, owner }: Figure<Case>): FigureView => ({
  code,
  name,
  formula,
  unit,
  aggregate,
  sources: [...sources],
  owner,
})

const serviceReport = bind(routes.serviceReport, async ({ query, read }) => {
  const problem = problemOf(query)
  if (problem) return refuse(problem)
  const [cases, towns] = await read(async tx => [await listServiceCases(tx, query, chinaCalendar), await listTowns(tx)])
  const byTown = Map.groupBy(cases, ({ townCode }) => townCode)
  return ok({
    figures: serviceFigures.map(figureView),
    values: valuesOf(serviceFigures, cases, query),
    towns: towns.map(({ code, name }) => ({
      code,
      name,
      values: valuesOf(serviceFigures, byTown.get(code) ?? [], query),
    })),
    months: monthsOf(query).map(({ month, ...period }) => ({
      month,
      values: valuesOf(serviceFigures, cases, period),
    })),
  })
})

const serviceCases = bind(routes.serviceCases, async ({ params, query, read }) => {
  const figure = serviceFigures.find(({ code }) => code === params.code)
  if (!figure) return refuse('figureUnknown')
  const problem = problemOf(query)
  if (problem) return refuse(problem)
  const [cases, towns] = await read(async tx => [await listServiceCases(tx, query, chinaCalendar), await listTowns(tx)])
  const names = new Map(towns.map(({ code, name }) => [code, name]))
  const behind = casesOf(figure, cases, query)
  return ok({
    figure: figureView(figure),
    value: { code: figure.code, ...compute(figure, cases, query) },
    total: behind.length,
    items: behind.slice((query.page - 1) * pageSize, query.page * pageSize).map(({ one, value }) => ({
      applicationNo: one.applicationNo,
      service: one.service,
      channel: one.channel,
      townName: names.get(one.townCode) ?? '',
      day: figure.day(one) ?? '',
      value,
    })),
  })
})

export const metricsRoutes: readonly RouteBinding[] = [serviceReport, serviceCases]
