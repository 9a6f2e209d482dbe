import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitoringPolicy } from '#modules/monitoring'
import { type Engine, openEngine } from '../src/modules/monitoring/lake/engine.ts'
import { keepFeedEngine } from '../src/modules/monitoring/lake/feed-engine.ts'
import { importLakeText } from '../src/modules/monitoring/lake/import.ts'
import { openLake } from '../src/modules/monitoring/lake/open.ts'
import { gatherFacts } from '../src/modules/monitoring/watch/facts.ts'
import { findHits } from '../src/modules/monitoring/watch/judge.ts'
import { live } from './watch/live.ts'

const asOf = Temporal.PlainDate.from('2026-11-23')
const shops = 20_000

/**
 * All order indicators over two years of order lines of 20,000 shops, beside the limit: DuckDB scans the same lines and
 * groups them once by shop, product and week. Both run in one engine with the same memory, after one warm-up of the small set.
 */
export async function run(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-watch-'))
  try {
    const times: number[] = []
    for (const millions of [5, 50]) {
      const { indicators, hits, limit, groups, peak } = await measure(join(folder, String(millions)), millions)
      times.push(indicators)
      console.log(
        `${millions},000,000 行 ${shops} 户：全部指标 ${indicators.toFixed(1)} s（${hits} 条命中）；极限 ${limit.toFixed(1)} s（分出 ${groups} 组）；` +
          `比值 ${(indicators / limit).toFixed(2)}（目标 ≤ 4）；内存最高 ${(peak / 2 ** 30).toFixed(2)} GB（目标 ≤ 3）`,
      )
    }
    const [small = 1, large = 0] = times
    console.log(`行数 10 倍，用时 ${(large / small).toFixed(1)} 倍`)
    await feed(join(folder, 'feed'))
    await live()
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function measure(folder: string, millions: number) {
  const engine = await openEngine({ memory: '2GB' })
  try {
    await write(engine, folder, millions * 1_000_000)
    const opened = await openLake(engine, folder, join(folder, 'scratch'))
    if (!opened.ok) throw new Error(opened.refusal)
    const { thresholds } = monitoringPolicy(asOf)
    if (millions === 5) await gatherFacts(engine, asOf, thresholds)
    const watched = await watchMemory(async () => {
      await gatherFacts(engine, asOf, thresholds)
      await findHits(engine, thresholds)
    })
    const began = performance.now()
    const [group] = await engine.rows<{ n: string }>(`select count(*) as n from (select licence_no, sku_code,
      epoch_us(ordered_at) // 604800000000 as week, sum(cartons) as cartons from order_lines group by all)`)
    const limit = (performance.now() - began) / 1000
    const [hit] = await engine.rows<{ n: string }>('select count(*) as n from hit')
    return { indicators: watched.seconds, peak: watched.peak, limit, groups: group?.n, hits: hit?.n }
  } finally {
    await engine.close()
    await rm(folder, { recursive: true, force: true })
  }
}

/** A file a month, as imports leave them: each shop orders once a week, about as many products as the lines allow. */
async function write(engine: Engine, folder: string, lines: number): Promise<void> {
  await mkdir(join(folder, 'order_lines'), { recursive: true })
  const months = 24
  const each = Math.round(lines / months)
  for (let month = 0; month < months; month += 1) {
    const start = asOf.subtract({ months: months - month - 1, days: 29 })
    await engine.run(`copy (select 'O' || (i // 10) as order_id,
        timestamptz '${start} 08:00:00+08' + to_seconds(((i % 4) * 7 * 86400 + hash(i) % 36000)::bigint) as ordered_at,
        '4407851' || lpad((i // 4 % ${shops})::varchar, 5, '0') as licence_no, 'S' || (hash(i * 7 + ${month}) % 150) as sku_code,
        (1 + hash(i * 13) % 12)::bigint as cartons, 'd' || (i // 4 % ${shops}) as device_hash, 'p' || (i // 4 % ${shops}) as delivery_point
      from range(${each}) t(i)) to '${join(folder, 'order_lines', `${month}.parquet`)}' (format parquet, compression zstd)`)
  }
  await engine.run(`copy (select '4407851' || lpad(i::varchar, 5, '0') as licence_no, '440785' || lpad((i % 200)::varchar, 6, '0') as area_code,
    'valid' as status, 112.0 + hash(i) % 5000 / 10000 as lng, 22.0 + hash(i * 3) % 5000 / 10000 as lat, date '2020-01-01' as licensed_on,
    date '2029-01-01' as valid_to from range(${shops}) t(i)) to '${join(folder, 'retailers.parquet')}' (format parquet)`)
  await engine.run(`copy (select 'S' || i as sku_code, '烟' || i as name, 'B' || (i // 3) as brand, 1 + i % 5 as price_class,
    case i % 8 when 0 then 'scarce' else 'normal' end as supply from range(150) t(i)) to '${join(folder, 'skus.parquet')}' (format parquet)`)
}

async function watchMemory(work: () => Promise<void>): Promise<{ readonly seconds: number; readonly peak: number }> {
  let peak = process.memoryUsage.rss()
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss())
  }, 50)
  const began = performance.now()
  await work()
  clearInterval(timer)
  return { seconds: (performance.now() - began) / 1000, peak }
}

/** The feed without its HTTP: batches of 10,000 lines parsed, judged, and lying in the lake, in the engine that is kept. */
async function feed(folder: string): Promise<void> {
  const lend = keepFeedEngine()
  for (const [name, cell] of [
    ['普通文本', (text: string) => text],
    ['带引号的文本', (text: string) => `"${text}"`],
  ] as const) {
    const texts = Array.from({ length: 20 }, (_, n) => batchOf(n, cell))
    const began = performance.now()
    for (const csv of texts)
      await lend(engine =>
        importLakeText({ folder, engine }, { table: 'order_lines', csv, takenAt: '2026-11-23T00:00:00Z' }),
      )
    const perSecond = Math.round(200_000 / ((performance.now() - began) / 1000))
    console.log(
      `逐批并入（每批 10,000 行，${name}，不含 HTTP）：${perSecond} 行/秒（目标 ≥ 20,000）；负载 ${loadavg()[0]?.toFixed(1)}`,
    )
  }
}

const batchOf = (n: number, cell: (text: string) => string): string =>
  `order_id,ordered_at,licence_no,sku_code,cartons\n${Array.from(
    { length: 10_000 },
    (_, i) => `${cell(`${n}-${i}`)},2026-11-20T09:00:00+08:00,4407851${10_000 + (i % 9_999)},S${i % 150},5\n`,
  ).join('')}`
