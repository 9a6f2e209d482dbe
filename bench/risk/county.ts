import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitoringPolicy, openEngine, runWatch } from '#modules/monitoring'
import { writeMarket } from '../../town/market/write.ts'
import { writeTown } from '../../town/write.ts'

const asOf = Temporal.PlainDate.from('2026-11-25')
/** Not the seed of the demo, and no seeds that a threshold, a weight or an indicator was looked at with. */
const seeds = [20261203, 20261204, 20261205]
const share = 0.05

interface Planted {
  readonly licenceNo: string
  readonly kind: string
  readonly hit: boolean
}

/**
 * Hits on planted shops in the first 5 % of the day's order, on synthetic counties (模拟数据) of two years. The watch sees the
 * folder alone; the planted truth is read here, after it has written its files. The limit is chance: as many shops drawn blindly.
 */
export async function county(): Promise<void> {
  const all: Planted[] = []
  for (const seed of seeds) {
    const planted = await watched(seed)
    all.push(...planted)
    console.log(sayOf(`  种子 ${seed}，全部埋设`, planted))
  }
  console.log(`合计 ${seeds.length} 个县：`)
  console.log(
    sayOf(
      '外流（自己和成伙的）',
      all.filter(({ kind }) => kind !== 'illegalSeller'),
    ),
  )
  console.log(
    sayOf(
      '来路不明的货',
      all.filter(({ kind }) => kind === 'illegalSeller'),
    ),
  )
  console.log(sayOf('全部埋设', all))
}

async function watched(seed: number): Promise<readonly Planted[]> {
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
    const scores = await readFile(join(out, 'retailer_scores.csv'), 'utf8')
    const order = scores
      .trim()
      .split(/\r?\n/)
      .slice(1)
      .map(line => line.split(',')[0] ?? '')
    const first = new Set(order.slice(0, Math.round(order.length * share)))
    return truth.shops
      .filter(({ from, to }) => from <= day && day <= to)
      .map(({ licenceNo, kind }) => ({ licenceNo, kind, hit: first.has(licenceNo) }))
  } finally {
    await engine.close()
    await rm(folder, { recursive: true, force: true })
  }
}

function sayOf(name: string, planted: readonly Planted[]): string {
  const hits = planted.filter(({ hit }) => hit).length
  const [low, high] = wilson(hits, planted.length).map(rate => (rate / share).toFixed(1))
  const ratio = hits / planted.length / share
  return `${name}：${planted.length} 户，前 5% 里 ${hits} 户，随机应有 ${(planted.length * share).toFixed(1)} 户，比值 ${ratio.toFixed(1)}（95% 区间 ${low}–${high}；目标 ≥ 5）`
}

/** The interval in which the true share lies nineteen times in twenty (Wilson 1927). */
function wilson(hits: number, of: number): readonly [number, number] {
  const z = 1.96
  const [rate, more] = [hits / of, (z * z) / of]
  const half = z * Math.sqrt((rate * (1 - rate)) / of + more / (4 * of))
  return [(rate + more / 2 - half) / (1 + more), (rate + more / 2 + half) / (1 + more)]
}
