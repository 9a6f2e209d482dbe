import { createHash } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Moment } from '#kernel/dates'
import { chinaCalendar } from '#platform/calendar'
import type { Database } from '#platform/database'
import { findHotspots, type HotspotReport, hotspotPolicy } from '../hotspots/index.ts'
import { type Engine, openEngine } from '../lake/engine.ts'
import { openLake } from '../lake/open.ts'
import { lakeTableNames } from '../lake/tables.ts'
import { monitoringPolicy } from '../policy.ts'
import { listRaised, listShops } from '../queries.ts'
import { keepHotspots, noteWatched, wasWatched } from '../store.ts'
import { hotPlaces } from '../watch/hot-places.ts'
import { judgeMarket, type RaisedAlert } from '../watch/judge.ts'
import { judgeMoving, movingModels } from '../watch/moving.ts'
import { saveAlerts } from './save-alerts.ts'

const everything = { areas: 'all' } as const

/**
 * 昼夜监测: one micro-batch. Looks at the lake when something was added since the last look, or the day has changed; the
 * alerts and the note that it was looked at are one transaction, so a crash only means looking again.
 */
export async function watchMarket(database: Database, lake: string, at: Moment): Promise<number | undefined> {
  const fingerprint = await fingerprintOf(lake)
  const day = at.today.toString()
  if (fingerprint === undefined) return undefined
  if (await database.within(everything, tx => wasWatched(tx, fingerprint, day))) return undefined
  const shops = await database.within(everything, listShops)
  const engine = await openEngine({ memory: '512MB' })
  const scratch = await mkdtemp(join(tmpdir(), 'yzt-watch-'))
  try {
    const opened = await openLake(engine, lake, scratch)
    if (!opened.ok) throw new Error(`the lake cannot be opened: ${opened.refusal} ${JSON.stringify(opened.details)}`)
    // The register is what the house itself knows of the shops; a list in the lake is only for houses without one.
    if (shops.length > 0) {
      await engine.run('delete from retailers')
      await engine.run(
        `insert into retailers (licence_no, area_code, status, lng, lat, business_format, market_type, grade, licensed_on, valid_to)
         select unnest(from_json($shops, '[{"no":"VARCHAR","area":"VARCHAR","status":"VARCHAR","lng":"DOUBLE","lat":"DOUBLE","format":"VARCHAR","market":"VARCHAR","grade":"BIGINT","since":"DATE","until":"DATE"}]'), recursive := true)`,
        { shops: JSON.stringify(shops) },
      )
    }
    const policy = monitoringPolicy(at.today)
    const { alerts } = await judgeMarket(engine, at.today, { policy })
    const moving: RaisedAlert[] = []
    for (const model of movingModels) moving.push(...(await judgeMoving({ engine, asOf: at.today }, model)).alerts)
    const raised = await database.within(everything, listRaised)
    const hotspots = await hotspotsOf(engine, at.today, raised)
    const found = [...alerts, ...moving, ...hotPlaces(hotspots, hotspotPolicy(at.today))]
    return await database.within(everything, async tx => {
      await noteWatched(tx, { fingerprint, day, at: at.instant.toString() })
      await keepHotspots(tx, hotspots, { day, at: at.instant.toString() })
      return saveAlerts(tx, found, at, policy.alertDays)
    })
  } finally {
    await engine.close()
    await rm(scratch, { recursive: true, force: true })
  }
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

/** The names of the batches: they tell the content, since each is named by it. Undefined while there is no lake. */
async function fingerprintOf(lake: string): Promise<string | undefined> {
  const names: string[] = []
  for (const table of lakeTableNames)
    for (const batch of await readdir(join(lake, table)).catch(() => [])) names.push(`${table}/${batch}`)
  return names.length === 0 ? undefined : createHash('sha256').update(names.toSorted().join('\n')).digest('hex')
}
