import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitoringPolicy, openEngine, runWatch } from '#modules/monitoring'
import { writeMarket } from '../../town/market/write.ts'
import { writeTown } from '../../town/write.ts'

const asOf = Temporal.PlainDate.from('2026-11-25')
/** Not the seed of the demo, and no seed that a threshold or a weight was looked at with. */
const seed = 20261202
const share = 0.05

/**
 * Hits on planted shops in the first 5 % of the day's order, on a synthetic county (模拟数据) of two years. The watch sees the
 * folder alone; the planted truth is read here, after it has written its files. The limit is chance: as many shops drawn blindly.
 */
export async function county(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'yzt-bench-county-'))
  const engine = await openEngine({ memory: '1GB', threads: 2 })
  try {
    const [lake, out] = [join(folder, 'county'), join(folder, 'out')]
    await mkdir(lake)
    const made = await writeTown(lake, { seed, retailers: 3_000, today: asOf.add({ days: 1 }) })
    const { truth } = await writeMarket(lake, made, { seed, days: 730 })
    const began = performance.now()
    const report = await runWatch(engine, { lake, asOf, out, policy: monitoringPolicy(asOf) })
    if (!report.ok) throw new Error(report.refusal)
    console.log(`模拟县域（种子 ${seed}，两年）学习并评分 ${((performance.now() - began) / 1_000).toFixed(0)} 秒`)
    for (const say of report.value.says) console.log(`  ${say}`)
    const day = asOf.toString()
    const active = truth.shops.filter(({ from, to }) => from <= day && day <= to)
    const scores = await readFile(join(out, 'retailer_scores.csv'), 'utf8')
    const order = scores
      .trim()
      .split(/\r?\n/)
      .slice(1)
      .map(line => line.split(',')[0] ?? '')
    const lines = [
      ['外流（自己和成伙的）', active.filter(({ kind }) => kind !== 'illegalSeller')],
      ['来路不明的货', active.filter(({ kind }) => kind === 'illegalSeller')],
      ['全部埋设', active],
    ] as const
    for (const [name, planted] of lines)
      console.log(sayOf(name, order, new Set(planted.map(({ licenceNo }) => licenceNo))))
  } finally {
    await engine.close()
    await rm(folder, { recursive: true, force: true })
  }
}

function sayOf(name: string, order: readonly string[], planted: ReadonlySet<string>): string {
  const places = Math.round(order.length * share)
  const hits = order.slice(0, places).filter(licence => planted.has(licence)).length
  const chance = (planted.size * places) / order.length
  return `${name}：${planted.size} 户，前 5%（${places} 户）里 ${hits} 户，随机应有 ${chance.toFixed(1)} 户，比值 ${(hits / chance).toFixed(1)}（目标 ≥ 5）`
}
