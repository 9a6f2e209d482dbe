import { ok, refuse } from '#kernel/refusal'
import { chinaCalendar } from '#platform/calendar'
import { markStream } from '#platform/mark-stream'
import { bind, type RouteBinding } from '#platform/module'
import { boardRoutes as routes } from '../contract/board.ts'
import { metricsPolicy } from '../policy.ts'
import { announcedSince, lastAnnouncement, listEvents, listOpenAlerts, listPromises } from '../queries/board.ts'
import { listPoints } from '../queries/places.ts'
import { monthFacts, readReportFigures } from '../report/facts.ts'
import { renderMonthlyReport } from '../report/render.ts'

const events = bind(routes.boardEvents, async ({ query: { town }, at, read }) =>
  ok({ items: [...(await read(tx => listEvents(tx, at.today.toString(), town)))] }),
)

const promises = bind(routes.boardPromises, async ({ query: { town }, at: { today }, read }) => {
  const day = { today, soonDays: metricsPolicy(today).soonDays, calendar: chinaCalendar }
  return ok(await read(tx => listPromises(tx, day, town)))
})

const map = bind(routes.boardMap, async ({ query: { town }, at, read }) => {
  const { workingHours } = metricsPolicy(at.today)
  const [points, alerts] = await read(async tx => [
    await listPoints(tx, { at, workingHours }),
    await listOpenAlerts(tx, town),
  ])
  return ok({
    points: points
      .filter(({ areaCode }) => town === undefined || areaCode.startsWith(town))
      .map(({ areaCode: _, ...point }) => point),
    alerts,
  })
})

const monthlyReport = bind(routes.monthlyReport, async ({ query: { month }, at, read, services }) => {
  if (month > at.today.toString().slice(0, 7)) return refuse('monthNotYet')
  const day = { today: at.today, calendar: chinaCalendar }
  const figures = await read(tx => readReportFigures(tx, month, day))
  const calendar = monthFacts(month, day)
  return ok(
    renderMonthlyReport({
      month,
      figures,
      calendar,
      at,
      mode: services.config.mode,
      bureau: metricsPolicy(at.today).bureau,
    }),
  )
})

const stream = bind(routes.boardStream, async ({ read, http }) => {
  const first = Math.max(0, (await read(lastAnnouncement)) - 100)
  http.reply.type('text/event-stream; charset=utf-8')
  return ok(markStream(() => read(tx => announcedSince(tx, first))))
})

export const boardBindings: readonly RouteBinding[] = [events, promises, map, monthlyReport, stream]
