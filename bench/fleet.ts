import { type ChildProcess, fork } from 'node:child_process'
import { rmSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import pg from 'pg'
import { percentile, timed } from './service/numbers.ts'
import { type BenchTerminal, enrolTerminals, shakeHands, signed } from './service/terminals.ts'

const terminalCount = 1400
const rounds = 3
/** Seconds between two heartbeats of a terminal, as the agent sends them. */
const heartbeatSeconds = 30

interface Ready {
  readonly url: string
  readonly ownerUrl: string
  readonly appUrl: string
  readonly folder: string
  readonly connections: number
}

/**
 * `npm run bench -- fleet`: heartbeats of 1,400 terminals through HTTP (signature, counter, pulse, answer), beside the raw
 * limit: the same two statements straight through `pg` over as many connections. What the bureau needs is 47 a second.
 */
export async function run(): Promise<void> {
  console.log(
    `${cpus().length} 核，负载 ${loadavg()[0]?.toFixed(2)}；服务器、PostgreSQL 和发起请求的程序在同一台机器上`,
  )
  const house = fork(`${import.meta.dirname}/service/house.ts`, ['20'], { stdio: 'inherit' })
  try {
    const ready = await readyOf(house)
    const terminals = await enrolTerminals(ready.ownerUrl, terminalCount)
    await timed(terminals, 16, terminal => shakeHands(ready.url, terminal))
    const ours: number[] = []
    const raw: number[] = []
    const times: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      ours.push(await beatAll(ready, terminals, times))
      raw.push(await rawAll(ready, terminals))
    }
    tell(ours, raw, times)
    house.send('stop')
    await new Promise(resolve => house.once('exit', resolve))
    rmSync(ready.folder, { recursive: true, force: true })
  } finally {
    house.kill()
  }
}

const readyOf = (house: ChildProcess): Promise<Ready> =>
  new Promise((resolve, reject) => {
    house.once('message', (message: { ready: Ready }) => resolve(message.ready))
    house.once('exit', code => reject(new Error(`the house ended with ${code}`)))
  })

const pulse = {
  version: 'bench',
  reader: 'ready',
  printer: 'idle',
  paper: 'ok',
  pendingActs: 0,
  diskFreeMb: 9000,
  faults: [] as string[],
  settingsVersion: 0,
}

async function beatAll({ url, connections }: Ready, terminals: BenchTerminal[], times: number[]): Promise<number> {
  const body = JSON.stringify(pulse)
  return timed(terminals, connections * 2, async terminal => {
    const began = performance.now()
    const answer = await signed(url, terminal, { path: '/api/access/terminal-heartbeats', body, headers: {} })
    if (answer.status !== 200) throw new Error(`heartbeat: ${answer.status} ${answer.body}`)
    times.push(performance.now() - began)
  })
}

/** The door's statement and the heartbeat's, with the counter going on as in the requests. */
async function rawAll({ appUrl, connections }: Ready, terminals: BenchTerminal[]): Promise<number> {
  const pool = new pg.Pool({ connectionString: appUrl, max: connections })
  const took = await timed(terminals, connections, async terminal => {
    terminal.counter += 1
    const now = new Date().toISOString()
    await pool.query('select * from access.admit_request($1, $2, $3, null, $4, make_interval(secs => 60))', [
      terminal.id,
      terminal.channelId,
      terminal.counter,
      now,
    ])
    await pool.query('select * from access.take_pulse($1, $2, $3::jsonb, $4)', [
      terminal.id,
      now,
      JSON.stringify(pulse),
      now,
    ])
  })
  await pool.end()
  return took
}

function tell(ours: readonly number[], raw: readonly number[], times: readonly number[]): void {
  const perSecond = (rounds: readonly number[]) => terminalCount / (percentile(rounds, 0.5) / 1000)
  const [http, limit] = [perSecond(ours), perSecond(raw)]
  const needed = terminalCount / heartbeatSeconds
  console.log(
    `心跳：经 HTTP ${http.toFixed(0)} 次/秒，同样语句直接经 pg ${limit.toFixed(0)} 次/秒，比值 ${(http / limit).toFixed(2)}`,
  )
  console.log(
    `${terminalCount} 台终端每 ${heartbeatSeconds} 秒一次需要 ${needed.toFixed(0)} 次/秒，占所测能力的 ${((needed / http) * 100).toFixed(0)}%；满负荷时 p99 ${percentile(times, 0.99).toFixed(0)} ms`,
  )
}
