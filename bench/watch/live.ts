import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitoringPolicy, openEngine } from '#modules/monitoring'
import { chinaCalendar } from '#platform/calendar'
import { findHotspots, hotspotPolicy } from '../../src/modules/monitoring/hotspots/index.ts'
import { openLake } from '../../src/modules/monitoring/lake/open.ts'
import { countyScorer, priorModel } from '../../src/modules/monitoring/model/county.ts'
import { modelPolicy } from '../../src/modules/monitoring/model/policy.ts'
import { judgeFacts, lookAt } from '../../src/modules/monitoring/watch/judge.ts'
import { judgeMoving, movingModels } from '../../src/modules/monitoring/watch/moving.ts'
import { writeMarket } from '../../town/market/write.ts'
import { writeTown } from '../../town/write.ts'

const asOf = Temporal.PlainDate.from('2026-11-25')

/**
 * 新数据到预警: one look of the live watch over two years of a whole synthetic county (模拟数据), every kind of alert, with the memory
 * the house gives it. The feed asks for a look at once, so this is how long an alert takes; the limit is a minute.
 */
export async function live(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-live-'))
  const engine = await openEngine({ memory: '512MB' })
  try {
    const made = await writeTown(folder, { seed: 20261207, retailers: 3_000, today: asOf.add({ days: 1 }) })
    const { counts } = await writeMarket(folder, made, { seed: 20261207, days: 730 })
    await mkdir(join(folder, 'scratch'))
    const steps: string[] = []
    const began = performance.now()
    const timed = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
      const from = performance.now()
      const done = await work()
      steps.push(`${name} ${((performance.now() - from) / 1_000).toFixed(1)}`)
      return done
    }
    const policy = monitoringPolicy(asOf)
    const numbers = modelPolicy(asOf)
    await timed('开湖', () => openLake(engine, folder, join(folder, 'scratch')))
    await timed('指标', () => lookAt(engine, asOf, policy))
    const scorer = countyScorer(priorModel(numbers.prior))
    const { alerts } = await timed('评分', () =>
      judgeFacts(engine, { policy, scorer, alertChance: numbers.alertChance }),
    )
    for (const model of movingModels) await timed(model.subjectKind, () => judgeMoving({ engine, asOf }, model))
    await timed('热点', () => findHotspots({ engine, asOf, policy: hotspotPolicy(asOf), calendar: chinaCalendar }))
    const { order_lines: lines, waybills, vehicle_passes: passes, vessel_positions: fixes } = counts
    console.log(
      `新数据到预警（${lines} 行订单、${waybills} 件运单、${passes} 次过车、${fixes} 个船位，各类都算）：` +
        `${((performance.now() - began) / 1_000).toFixed(1)} s（目标 ≤ 60），零售户类预警 ${alerts.length} 条；` +
        `其中 ${steps.join('、')} s；负载 ${loadavg()[0]?.toFixed(1)}`,
    )
  } finally {
    await engine.close()
    await rm(folder, { recursive: true, force: true })
  }
}
