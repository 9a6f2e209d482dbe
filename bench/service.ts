import { type ChildProcess, fork } from 'node:child_process'
import { rmSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import pg from 'pg'
import { consentVersionToday } from './service/consent.ts'
import { crowd } from './service/crowd.ts'
import type { Statement } from './service/house.ts'
import { median, timed } from './service/numbers.ts'
import { readMarks, replay, statementsOf } from './service/replay.ts'
import { makeShops } from './service/shops.ts'
import { type BenchTerminal, enrolTerminals, layCard, renew, shakeHands } from './service/terminals.ts'

const terminalCount = 1400
const rounds = 4
const perRound = 120
const [spreadCount, burstCount] = [150, 50]

interface Ready {
  readonly url: string
  readonly ownerUrl: string
  readonly appUrl: string
  readonly sealingKey: string
  readonly folder: string
  readonly connections: number
}

/**
 * `npm run bench -- service`: full renewals a second through HTTP, rules and PostgreSQL (fsync on), beside the raw limit:
 * the very statements and commits of such a renewal straight through `pg` over as many connections. Then 1,400 connected
 * terminals. Enrolment, channels, cards and sealing happen before the clock starts; opening the sealed act does not.
 */
export async function run(): Promise<void> {
  console.log(
    `${cpus().length} 核，负载 ${loadavg()[0]?.toFixed(2)}；服务器、PostgreSQL 和发起请求的程序在同一台机器上`,
  )
  const house = fork(`${import.meta.dirname}/service/house.ts`, [String(terminalCount)], { stdio: 'inherit' })
  try {
    const { ready } = await message<{ ready: Ready }>(house, 'ready')
    const terminals = await prepare(ready)
    await compare(house, ready, terminals)
    await connected(ready, terminals)
    house.send('stop')
    await new Promise(resolve => house.once('exit', resolve))
    rmSync(ready.folder, { recursive: true, force: true })
  } finally {
    house.kill()
  }
}

async function prepare({ url, ownerUrl, sealingKey }: Ready): Promise<BenchTerminal[]> {
  const began = performance.now()
  const shops = makeShops(terminalCount)
  const terminals = await enrolTerminals(ownerUrl, terminalCount)
  const consentVersion = consentVersionToday()
  const pairs = terminals.map((terminal, index) => ({ terminal, shop: shops[index] }))
  await timed(pairs, 16, async ({ terminal, shop }) => {
    await shakeHands(url, terminal)
    if (shop) await layCard(url, terminal, shop, { sealingKey, consentVersion })
  })
  console.log(`准备：${terminalCount} 台终端各自握手、读卡、密封一件延续申请，${seconds(performance.now() - began)}`)
  return terminals
}

/** Rounds of both, in turn, so that a noisy neighbour disturbs both alike. */
async function compare(house: ChildProcess, ready: Ready, terminals: readonly BenchTerminal[]): Promise<void> {
  const { url, ownerUrl, appUrl, connections } = ready
  const [first, ...rest] = terminals
  if (!first) throw new Error('no terminal')
  // Warm, so that the model has no one-time statements in it.
  await timed(rest.slice(0, 40), connections, terminal => renew(url, terminal))
  house.send('capture')
  await renew(url, first)
  house.send('captured')
  const { captured } = await message<{ captured: Statement[] }>(house, 'captured')
  const [marks] = await readMarks(ownerUrl, [first])
  if (!marks) throw new Error('the model has no marks')
  const statements = statementsOf(captured, marks)
  const model = { statements, marks, applicationNo: await applicationOf(ownerUrl, marks.licenceNo) }
  console.log(`一件延续 = ${statements.length} 条语句（含 begin、commit），两边相同；${connections} 个数据库连接`)
  const rates: { http: number; raw: number }[] = []
  for (let round = 0; round < rounds; round++) {
    const at = 40 + round * perRound * 2
    const http = await timed(rest.slice(at, at + perRound), connections, terminal => renew(url, terminal))
    const replayed = rest.slice(at + perRound, at + perRound * 2)
    const targets = await readMarks(ownerUrl, replayed)
    // The replay uses up the number of their next request.
    for (const terminal of replayed) terminal.counter += 1
    const raw = await replay(appUrl, connections, model, targets)
    rates.push({ http: (perRound * 1000) / http, raw: (perRound * 1000) / raw })
    console.log(
      `  第 ${round + 1} 轮：完整 ${rates.at(-1)?.http.toFixed(0)} 件/秒，直接执行语句 ${rates.at(-1)?.raw.toFixed(0)} 件/秒`,
    )
  }
  await assertAllRenewed(ownerUrl, 41 + rounds * perRound * 2)
  const [http, raw] = [median(rates.map(rate => rate.http)), median(rates.map(rate => rate.raw))]
  console.log(
    `完整延续 ${http.toFixed(0)} 件/秒；同样的语句直接执行 ${raw.toFixed(0)} 件/秒；比值 ${(http / raw).toFixed(2)}（目标 ≥ 0.40）`,
  )
}

async function connected({ url }: Ready, terminals: readonly BenchTerminal[]): Promise<void> {
  const left = terminals.slice(41 + rounds * perRound * 2)
  const renewing = { spread: left.slice(0, spreadCount), burst: left.slice(spreadCount, spreadCount + burstCount) }
  const result = await crowd(url, terminals, renewing)
  console.log(
    `${terminalCount} 台终端在线 30 秒：${result.requests} 个请求（其中延续 ${result.renewals} 件，${burstCount} 件同时提交），` +
      `p50 ${result.p50.toFixed(0)} ms，p99 ${result.p99.toFixed(0)} ms（目标 ≤ 1000），最慢 ${result.worst.toFixed(0)} ms，出错 ${result.errors.length}`,
  )
  for (const error of result.errors.slice(0, 3)) console.log(`  ${error}`)
}

/** Both sides wrote what a renewal writes: one application, one new version, one decision each. */
async function assertAllRenewed(ownerUrl: string, expected: number): Promise<void> {
  const [row] = await query(
    ownerUrl,
    `select (select count(*)::int from licensing.application where state = 'granted') as applications,
      (select count(*)::int from licensing.licence_version where version = 2) as versions,
      (select count(*)::int from licensing.decision) as decisions,
      (select count(*)::int from licensing.licence where version = 2) as licences`,
  )
  const counts = Object.values(row ?? {})
  if (counts.some(count => count !== expected)) throw new Error(`expected ${expected} of each: ${JSON.stringify(row)}`)
}

const applicationOf = async (ownerUrl: string, licenceNo: string): Promise<string> => {
  const [row] = await query(
    ownerUrl,
    `select application_no from licensing.application where licence_no = '${licenceNo}'`,
  )
  return String(row?.['application_no'])
}

async function query(ownerUrl: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  await client.query(`select set_config('app.areas', '*', false)`)
  const { rows } = await client.query(text)
  await client.end()
  return rows
}

/** The next message of the house that has this part. */
const message = <T extends object>(house: ChildProcess, part: keyof T & string): Promise<T> =>
  new Promise((resolve, reject) => {
    const hear = (heard: T) => {
      if (!(part in heard)) return
      house.off('message', hear)
      resolve(heard)
    }
    house.on('message', hear)
    house.once('exit', code => reject(new Error(`the house ended with ${code}`)))
  })

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} 秒`
