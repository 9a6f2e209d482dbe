import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Moment } from '#kernel/dates'
import { chinaCalendar } from '#platform/calendar'
import type { Database } from '#platform/database'
import { findHotspots, type HotspotReport, hotspotPolicy } from '../hotspots/index.ts'
import type { Engine } from '../lake/engine.ts'
import { lakeTableNames } from '../lake/tables.ts'
import { countyScorer } from '../model/county.ts'
import { ratesOfVisits } from '../model/fairness.ts'
import { modelPolicy } from '../model/policy.ts'
import { monitoringPolicy } from '../policy.ts'
import { listRaised } from '../queries/alerts.ts'
import { keepHotspots, noteWatched, wasWatched } from '../store/alerts.ts'
import { saveDay, saveScores } from '../store/model.ts'
import { chooseModel, findReleased } from '../watch/choose-model.ts'
import { hotPlaces } from '../watch/hot-places.ts'
import { withHouseLake } from '../watch/house-lake.ts'
import { judgeFacts, lookAt, type RaisedAlert } from '../watch/judge.ts'
import { shopDaysOf, visitsOfYear } from '../watch/lessons.ts'
import { judgeMoving, movingModels } from '../watch/moving.ts'
import { saveAlerts } from './save-alerts.ts'

const everything = { areas: 'all' } as const

/**
 * 昼夜监测: one micro-batch. Looks at the lake when something was added since the last look, the day has changed or another model was released; the
 * alerts and the note that it was looked at are one transaction, so a crash only means looking again.
 */
export async function watchMarket(database: Database, lake: string, at: Moment): Promise<number | undefined> {
  const batches = await batchesOf(lake)
  const day = at.today.toString()
  if (batches.length === 0) return undefined
  const released = await database.within(everything, findReleased)
  const fingerprint = digestOf([...batches, `model ${released?.no ?? 0}`])
  if (await database.within(everything, tx => wasWatched(tx, fingerprint, day))) return undefined
  const policy = monitoringPolicy(at.today)
  const raised = await database.within(everything, listRaised)
  const found = await withHouseLake({ database, lake, memory: '512MB' }, async engine => {
    const numbers = modelPolicy(at.today)
    await lookAt(engine, at.today, policy)
    const shopDays = await shopDaysOf(engine, at.today)
    const chosen = chooseModel(released, shopDays, numbers)
    const made = await visitsOfYear(engine, at.today)
    const visited = ratesOfVisits(
      shopDays.map(({ shop, groups }) => ({ groups, visits: made.get(shop) ?? 0 })),
      numbers.fairness,
    )
    const judge = { policy, scorer: countyScorer(chosen.model), alertChance: numbers.alertChance }
    const { alerts, shops } = await judgeFacts(engine, judge)
    const moving: RaisedAlert[] = []
    for (const model of movingModels) moving.push(...(await judgeMoving({ engine, asOf: at.today }, model)).alerts)
    const hotspots = await hotspotsOf(engine, at.today, raised)
    return {
      chosen,
      visited,
      shops,
      hotspots,
      alerts: [...alerts, ...moving, ...hotPlaces(hotspots, hotspotPolicy(at.today))],
    }
  })
  return database.within(everything, async tx => {
    const now = at.instant.toString()
    await noteWatched(tx, { fingerprint, day, at: now })
    await keepHotspots(tx, found.hotspots, { day, at: now })
    await saveDay(tx, { ...found.chosen, visited: found.visited, day, at: now })
    await saveScores(tx, found.shops, { day, version: found.chosen.version })
    return saveAlerts(tx, found.alerts, at, policy.alertDays)
  })
}

/** 热点 warmed a little by the alerts of shops that the house has raised. */
async function hotspotsOf(
  engine: Engine,
  asOf: Temporal.PlainDate,
  raised: Awaited<ReturnType<typeof listRaised>>,
): Promise<HotspotReport> {
  await engine.run(
    `create or replace temp table raised as
     select unnest(from_json($raised, '[{"raised_at":"TIMESTAMPTZ","area_code":"VARCHAR","licence_no":"VARCHAR"}]'), recursive := true)`,
    { raised: JSON.stringify(raised) },
  )
  return findHotspots({ engine, asOf, policy: hotspotPolicy(asOf), calendar: chinaCalendar, alerts: 'raised' })
}

/** The names of the batches: they tell the content, since each is named by it. */
async function batchesOf(lake: string): Promise<string[]> {
  const names: string[] = []
  for (const table of lakeTableNames)
    for (const batch of await readdir(join(lake, table)).catch(() => [])) names.push(`${table}/${batch}`)
  return names.toSorted()
}

const digestOf = (names: readonly string[]): string => createHash('sha256').update(names.join('\n')).digest('hex')
