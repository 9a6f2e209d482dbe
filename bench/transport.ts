import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Engine, monitoringPolicy, moreScorers, openEngine, runWatch } from '#modules/monitoring'
import type { Truth } from '../town/market/truth.ts'
import { writeMarket } from '../town/market/write.ts'
import { writeTown } from '../town/write.ts'

const asOf = Temporal.PlainDate.from('2026-11-25')
/** Three counties that no threshold was looked at with: a month at sea has few landings, and one county would be luck. */
const seeds = [20261207, 20261208, 20261209]

const since = asOf.subtract({ days: 30 }).toString()

const models = {
  运单: ['waybill_scores.csv', ({ rings }) => rings.flatMap(({ waybills }) => waybills)],
  车辆: [
    'vehicle_scores.csv',
    ({ convoys }) => convoys.filter(({ to }) => to >= since).flatMap(({ plates }) => plates),
  ],
  船舶: [
    'vessel_scores.csv',
    ({ landings }) => landings.filter(({ day }) => day >= since).flatMap(({ boat, ship }) => [boat, ship]),
  ],
} as const satisfies Record<string, readonly [file: string, planted: (truth: Truth) => readonly string[]]>

/**
 * What stands in the first places of each transport model, on synthetic counties (模拟数据) whose planted rings, convoys and landings
 * the models never see. The limit is chance: the same number of places drawn blindly.
 */
export async function run(): Promise<void> {
  const counts = new Map<string, Counted[]>()
  for (const seed of seeds) {
    const folder = await mkdtemp(join(tmpdir(), 'yzt-bench-transport-'))
    const engine = await openEngine({ memory: '1GB', threads: 2 })
    try {
      const [lake, out] = [join(folder, 'county'), join(folder, 'out')]
      await mkdir(lake)
      const made = await writeTown(lake, { seed, retailers: 800, today: asOf })
      const { truth } = await writeMarket(lake, made, { seed, days: 60 })
      const began = performance.now()
      const report = await runWatch(engine, { lake, asOf, out, policy: monitoringPolicy(asOf), more: moreScorers })
      if (!report.ok) throw new Error(report.refusal)
      console.log(
        `种子 ${seed}：整个县 60 天（模拟数据）全部指标和研判 ${((performance.now() - began) / 1000).toFixed(1)} s`,
      )
      for (const [name, [file, plantedOf]] of Object.entries(models)) {
        const counted = await countOf(engine, join(out, file), plantedOf(truth))
        counts.set(name, [...(counts.get(name) ?? []), counted])
      }
    } finally {
      await engine.close()
      await rm(folder, { recursive: true, force: true })
    }
  }
  for (const [name, rows] of counts) console.log(sayOf(name, rows))
}

interface Counted {
  readonly n: number
  readonly all: number
  readonly places: number
  readonly hits: number
  readonly reasons: number
  readonly said: number
}

async function countOf(engine: Engine, path: string, subjects: readonly string[]): Promise<Counted> {
  await engine.run('create or replace temp table planted (subject varchar)')
  for (const subject of new Set(subjects)) await engine.run('insert into planted values ($subject)', { subject })
  const [row] = await engine.rows<Counted>(
    `with scores as (select column0 as subject, column1::double as score, column2::bigint as rank from read_csv('${path}', header = false, skip = 1, all_varchar = true)),
     marked as (select *, subject in (select subject from planted) as bad, greatest(1, ceil(0.05 * count(*) over ())) as places from scores)
     select count(*)::int as n, count(*) filter (bad)::int as "all", any_value(places)::int as places,
       count(*) filter (bad and rank <= places)::int as hits, count(*) filter (score > 0)::int as reasons, count(*) filter (score > 0 and bad)::int as said from marked`,
  )
  if (row === undefined) throw new Error(`nothing in ${path}`)
  return row
}

/** Of all counties together; chance is reckoned in each. */
function sayOf(name: string, rows: readonly Counted[]): string {
  const sum = (of: (row: Counted) => number) => rows.reduce((total, row) => total + of(row), 0)
  const all = sum(row => row.all)
  if (all === 0) return `${name}：近 30 天没有埋设`
  const [hits, places] = [sum(row => row.hits), sum(row => row.places)]
  const chance = sum(({ all: planted, places: first, n }) => (planted * first) / n)
  // No model can put more into the first places than there are places.
  const most = sum(row => Math.min(row.all, row.places))
  return `${name} ${sum(row => row.n)}：埋设 ${all}，前 5%（${places}）里 ${hits}（最多可能 ${most}），随机应有 ${chance.toFixed(1)}，比值 ${(hits / chance).toFixed(1)}；有理由 ${sum(row => row.reasons)}，其中埋设 ${sum(row => row.said)}`
}
