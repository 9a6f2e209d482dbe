import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Engine, monitoringPolicy, moreScorers, openEngine, runWatch } from '#modules/monitoring'
import { writeMarket } from '../town/market/write.ts'
import { writeTown } from '../town/write.ts'

const asOf = Temporal.PlainDate.from('2026-11-25')
/** Not the seed of the demo, and no seed that a threshold was looked at with. */
const seed = 20261206

/**
 * What stands in the first places of each transport model, on a synthetic county (模拟数据) whose planted rings, convoys and landings
 * the models never see. The limit is chance: the same number of places drawn blindly.
 */
export async function run(): Promise<void> {
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
    console.log(`整个县 60 天（模拟数据）全部指标和研判 ${((performance.now() - began) / 1000).toFixed(1)} s`)
    for (const say of report.value.says) console.log(`  ${say}`)
    const since = asOf.subtract({ days: 30 }).toString()
    const planted = {
      运单: ['waybill_scores.csv', truth.rings.flatMap(({ waybills }) => waybills)],
      车辆: ['vehicle_scores.csv', truth.convoys.filter(({ to }) => to >= since).flatMap(({ plates }) => plates)],
      船舶: [
        'vessel_scores.csv',
        truth.landings.filter(({ day }) => day >= since).flatMap(({ boat, ship }) => [boat, ship]),
      ],
    } as const
    for (const [name, [file, subjects]] of Object.entries(planted))
      console.log(await sayOf(engine, { name, path: join(out, file), subjects }))
  } finally {
    await engine.close()
    await rm(folder, { recursive: true, force: true })
  }
}

async function sayOf(
  engine: Engine,
  { name, path, subjects }: { readonly name: string; readonly path: string; readonly subjects: readonly string[] },
): Promise<string> {
  await engine.run('create or replace temp table planted (subject varchar)')
  for (const subject of new Set(subjects)) await engine.run('insert into planted values ($subject)', { subject })
  const [row] = await engine.rows<{
    n: number
    all: number
    places: number
    hits: number
    reasons: number
    said: number
  }>(
    `with scores as (select column0 as subject, column1::double as score, column2::bigint as rank from read_csv('${path}', header = false, skip = 1, all_varchar = true)),
     marked as (select *, subject in (select subject from planted) as bad, greatest(1, ceil(0.05 * count(*) over ())) as places from scores)
     select count(*)::int as n, count(*) filter (bad)::int as "all", any_value(places)::int as places,
       count(*) filter (bad and rank <= places)::int as hits, count(*) filter (score > 0)::int as reasons, count(*) filter (score > 0 and bad)::int as said from marked`,
  )
  if (row === undefined || row.all === 0) return `${name}：近 30 天没有埋设`
  const lift = row.hits / row.all / (row.places / row.n)
  return `${name} ${row.n}：埋设 ${row.all}，前 5%（${row.places}）里 ${row.hits}，随机应有 ${((row.all * row.places) / row.n).toFixed(1)}，比值 ${lift.toFixed(1)}；有理由 ${row.reasons}，其中埋设 ${row.said}`
}
