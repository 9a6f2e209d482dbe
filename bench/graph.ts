import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { chmod } from 'node:fs/promises'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { graphBench, learnFacts } from '#modules/intelligence'
import { systemClock } from '../src/platform/clock.ts'
import { migrate, readMigrations } from '../src/platform/database/migrate.ts'
import { type Database, openDatabase, type Tx } from '../src/platform/database.ts'
import { startEmbeddedPostgres } from '../src/platform/embedded-postgres.ts'
import { migrateJobs } from '../src/platform/jobs.ts'
import { openKeyring } from '../src/platform/keyring.ts'

const runs = 200

/**
 * A graph of one million edges in the ordinary database, row security in force: shortest path between two persons or matters, three
 * steps around a node of a hundred neighbours, one new fact with its collision. Each beside the plain statement that does the least
 * possible: reading the same edges at once, writing one row and committing it.
 */
export async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'yzt-graph-'))
  await chmod(folder, 0o755)
  const server = await startEmbeddedPostgres({ folder: join(folder, 'pg'), log: () => undefined })
  try {
    await migrate(server.ownerUrl, await readMigrations(join(import.meta.dirname, '../src')))
    await migrateJobs(server.ownerUrl)
    const edges = await load(server.ownerUrl)
    console.log(`${cpus().length} 核，负载 ${loadavg()[0]?.toFixed(2)}；${edges} 条边（模拟数据），行级权限开启`)
    const database = openDatabase(server.appUrl, { connections: 2 })
    await paths(database)
    await expansions(database)
    await collisions(database, join(folder, 'keys'))
    await database.close()
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function load(ownerUrl: string): Promise<number> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  await client.query(readFileSync(join(import.meta.dirname, 'graph/county.sql'), 'utf8'))
  await client.query('vacuum analyze intelligence.graph_edge')
  await client.query('vacuum analyze intelligence.graph_node')
  await client.query('vacuum analyze intelligence.graph_matter')
  const { rows } = await client.query('select count(*)::int as n from intelligence.graph_edge')
  await client.end()
  return rows[0].n
}

/** As a member of staff of the county, each question a transaction of its own, as a request is. */
const asStaff = <T>(database: Database, work: (tx: Tx) => Promise<T>): Promise<T> =>
  database.within({ areas: ['440785'] }, work)

/** Pairs that repeat from run to run. */
function pairs(count: number, from: readonly [number, number], to: readonly [number, number]): [number, number][] {
  let state = 12_345
  const next = ([low, high]: readonly [number, number]) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return low + (state % (high - low))
  }
  return Array.from({ length: count }, () => [next(from), next(to)])
}

async function paths(database: Database): Promise<void> {
  const asked = [
    ...pairs(runs / 2, [1, 120_000], [1, 120_000]),
    ...pairs(runs / 2, [563_001, 573_000], [563_001, 573_000]),
  ]
  const [times, raw, found, steps, seen]: [number[], number[], string[], number[], number[]] = [[], [], [], [], []]
  for (const [from, to] of [...asked.slice(0, 10), ...asked]) {
    const began = performance.now()
    const ways = await asStaff(database, tx => graphBench.findPath(tx, { from, to }, {}))
    times.push(performance.now() - began)
    found.push(ways.answer)
    if (ways.paths[0]) steps.push(ways.paths[0].length - 1)
    const visited = await asStaff(database, tx => graphBench.visitedBy(tx, { from, to }))
    seen.push(visited.length)
    raw.push(await readAtOnce(database, visited))
  }
  report('两点最短路径（含每一步的依据）', times.slice(10), 100, raw.slice(10), '一次读完同样走过的边')
  const count = (answer: string) => found.slice(10).filter(one => one === answer).length
  console.log(
    `  ${count('path')} 对有路径，平均 ${(steps.reduce((a, b) => a + b, 0) / steps.length).toFixed(1)} 步；${count('none')} 对无关联；${count('tooFar')} 对超出上限（说明“查到上限”，不说无关联）；平均读过 ${Math.round(seen.reduce((a, b) => a + b, 0) / seen.length)} 个节点`,
  )
}

async function expansions(database: Database): Promise<void> {
  const { rows } = await asStaff(database, tx =>
    sql<{
      id: number
    }>`select id from intelligence.graph_node where degree between 95 and 105 order by id limit 60`.execute(tx),
  )
  const [times, raw, sizes]: [number[], number[], number[]] = [[], [], []]
  for (const { id } of [...rows.slice(0, 5), ...rows]) {
    const began = performance.now()
    const picture = await asStaff(database, tx => graphBench.expand(tx, { node: id, depth: 3, filter: {} }))
    times.push(performance.now() - began)
    sizes.push(picture.nodes.length)
    raw.push(
      await readAtOnce(
        database,
        picture.nodes.map(node => node.id),
      ),
    )
  }
  report(
    `约一百个邻居的节点扩展三步（页面上限 ${Math.max(...sizes)} 个节点）`,
    times.slice(5),
    150,
    raw.slice(5),
    '一次读完这些节点的边',
  )
  const whole: number[] = []
  const [all]: [number[]] = [[]]
  for (const { id } of rows.slice(0, 20)) {
    const began = performance.now()
    const limits = { nodes: 100_000, perNode: 500 }
    const picture = await asStaff(database, tx => graphBench.expand(tx, { node: id, depth: 3, filter: {}, limits }))
    whole.push(performance.now() - began)
    all.push(picture.nodes.length)
  }
  console.log(
    `  不设页面上限：平均 ${Math.round(all.reduce((a, b) => a + b, 0) / all.length)} 个节点，p95 ${p95(whole).toFixed(0)} ms（不作目标）`,
  )
}

async function collisions(database: Database, keys: string): Promise<void> {
  const keyring = await openKeyring(keys, { create: true })
  const at = systemClock.now()
  const fact = (clue: string, phone: string) => ({
    source: { kind: 'clue', ref: clue } as const,
    areaCode: '440785',
    matter: { entity: { kind: 'clue', value: clue } as const, open: true, title: '模拟', handlers: [] },
    facts: [
      {
        from: { kind: 'clue', value: clue },
        kind: 'names',
        to: { kind: 'phone', value: phone },
        validFrom: '2026-11-01',
        confidence: 0.9,
      } as const,
    ],
  })
  const [times, raw]: [number[], number[]] = [[], []]
  let hits = 0
  for (let n = 0; n < 210; n++) {
    const phone = `138${String(n % 100).padStart(8, '0')}`
    const began = performance.now()
    const learned = await database.within({ areas: 'all' }, tx =>
      learnFacts(tx, fact(`模拟-${n}`, phone), { keyring, at }),
    )
    times.push(performance.now() - began)
    if (learned.ok) hits += learned.value.hits.length
    const second = performance.now()
    await database.within({ areas: 'all' }, tx =>
      sql`insert into intelligence.graph_edge (a, b, kind, valid_from, source_kind, source_ref, confidence, area_code, learned_at)
        values (1, ${200_000 + n}, 'uses', '2026-11-01', 'officer', ${`raw-${n}`}, 1, '440785', now())`.execute(tx),
    )
    raw.push(performance.now() - second)
  }
  report('一条新事实记入并碰撞', times.slice(10), 20, raw.slice(10), '写一行并提交')
  console.log(`  ${times.length} 条新事实，命中 ${hits} 次`)
}

async function readAtOnce(database: Database, ids: readonly number[]): Promise<number> {
  const began = performance.now()
  await asStaff(database, tx =>
    sql`select count(*), max(valid_from) from intelligence.graph_edge where a = any(${[...ids]}::bigint[]) or b = any(${[...ids]}::bigint[])`.execute(
      tx,
    ),
  )
  return performance.now() - began
}

const p95 = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0
const p50 = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0

function report(what: string, times: readonly number[], limit: number, raw: readonly number[], least: string): void {
  console.log(
    `${what}：p50 ${p50(times).toFixed(1)} ms，p95 ${p95(times).toFixed(1)} ms（目标 ≤ ${limit} ms）；${least} p95 ${p95(raw).toFixed(1)} ms，比值 ${(p95(times) / p95(raw)).toFixed(1)}`,
  )
}
