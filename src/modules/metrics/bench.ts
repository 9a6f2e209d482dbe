import { randomUUID } from 'node:crypto'
import type { Moment } from '#kernel/dates'
import { chinaCalendar } from '#platform/calendar'
import type { Database, Tx } from '#platform/database'
import { findSites } from './actions/find-sites.ts'
import { reckonReach } from './actions/reckon-reach.ts'
import type { SitingResult } from './contract/circle.ts'
import { metricsPolicy } from './policy.ts'
import { announcedSince, listEvents, listOpenAlerts, listPromises } from './queries/board.ts'
import { readCircle } from './queries/circle.ts'
import { figureGroups } from './queries/figures/all.ts'
import { listPoints } from './queries/places.ts'
import { listRows, reportOf } from './queries/report.ts'
import { rowSearchOf } from './queries/search.ts'
import { findSiting, insertSiting } from './store/siting.ts'

interface BoardQuery {
  readonly name: string
  readonly ask: (tx: Tx) => Promise<unknown>
}

/** Everything that the board asks, as it asks it: a year, all towns, all months. */
function boardQueries(at: Moment): readonly BoardQuery[] {
  const { today } = at
  const search = rowSearchOf(
    { from: today.subtract({ days: 364 }).toString(), to: today.toString() },
    today,
    chinaCalendar,
  )
  const { soonDays, workingHours, nearMetres } = metricsPolicy(today)
  return [
    ...figureGroups.map(group => ({
      name: `指标“${group.name.zh}”，全市、分镇街、分月`,
      ask: (tx: Tx) => reportOf(tx, group, search, { towns: true, months: true }),
    })),
    ...figureGroups.flatMap(group =>
      group.figures.slice(0, 1).map(figure => ({
        name: `“${figure.name.zh}”背后的一页`,
        ask: (tx: Tx) => listRows(tx, { group, figure }, search, { offset: 0, limit: 50 }),
      })),
    ),
    { name: '实时动态', ask: tx => listEvents(tx, today.toString(), undefined) },
    { name: '将到期的承诺', ask: tx => listPromises(tx, { today, soonDays, calendar: chinaCalendar }, undefined) },
    { name: '地图：服务点', ask: tx => listPoints(tx, { at, workingHours }) },
    { name: '地图：预警', ask: tx => listOpenAlerts(tx, undefined) },
    { name: '服务圈', ask: tx => readCircle(tx, { points: 'working', within: nearMetres }) },
    { name: '推送的标记', ask: tx => announcedSince(tx, 59_900) },
  ]
}

async function findTen(database: Database, areas: readonly string[], at: Moment): Promise<SitingResult> {
  const id = randomUUID()
  const asked = { id, areas, count: 10, withinMetres: 1_500, points: 'working' as const }
  const all = { areas: 'all' } as const
  await database.within(all, tx => insertSiting(tx, { ...asked, by: 'system:bench', at: at.instant.toString() }))
  await findSites(id, { database, now: () => at.instant, stop: new AbortController().signal })
  const found = await database.within(all, tx => findSiting(tx, id))
  if (!found?.result) throw new Error('the search gave nothing')
  return found.result
}

/** For `bench/board.ts`: nothing else asks for these. */
export const metricsBench = { boardQueries, findTen, reckonReach }
