import { setTimeout as sleep } from 'node:timers/promises'
import { percentile } from './numbers.ts'
import { type BenchTerminal, renew, signed } from './terminals.ts'

export interface CrowdResult {
  readonly requests: number
  readonly renewals: number
  readonly errors: readonly string[]
  readonly p50: number
  readonly p99: number
  readonly worst: number
}

/** Seconds between two heartbeats of a terminal, as the agent sends them. */
const heartbeatSeconds = 30
const pulse = JSON.stringify({
  ...{ version: 'bench', reader: 'ready', printer: 'idle', paper: 'ok', pendingActs: 0, diskFreeMb: 9000, faults: [] },
})

/**
 * All terminals connected at once: each sends its heartbeat at its own moment of the half minute; some renew, spread
 * over the time, and a burst of them in the same instant.
 */
export async function crowd(
  server: string,
  terminals: readonly BenchTerminal[],
  renewing: { readonly spread: readonly BenchTerminal[]; readonly burst: readonly BenchTerminal[] },
): Promise<CrowdResult> {
  const times: number[] = []
  const errors: string[] = []
  let renewals = 0
  const measure = async (work: () => Promise<void>) => {
    const began = performance.now()
    await work().catch(error => errors.push(String(error)))
    times.push(performance.now() - began)
  }
  const busy = new Set([...renewing.spread, ...renewing.burst])
  const beats = terminals
    .filter(terminal => !busy.has(terminal))
    .map(terminal => async () => {
      await sleep(Math.random() * heartbeatSeconds * 1000)
      await measure(() => heartbeat(server, terminal))
    })
  const renewal = (terminal: BenchTerminal, after: number) => async () => {
    await sleep(after)
    await measure(async () => {
      await renew(server, terminal)
      renewals += 1
    })
  }
  const spread = renewing.spread.map((terminal, n) => renewal(terminal, (n / renewing.spread.length) * 28_000))
  const burst = renewing.burst.map(terminal => renewal(terminal, 12_000))
  await Promise.all([...beats, ...spread, ...burst].map(work => work()))
  return {
    requests: times.length,
    renewals,
    errors,
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
    worst: Math.max(...times),
  }
}

async function heartbeat(server: string, terminal: BenchTerminal): Promise<void> {
  const answer = await signed(server, terminal, { path: '/api/access/terminal-heartbeats', body: pulse, headers: {} })
  if (answer.status >= 300) throw new Error(`heartbeat: ${answer.status} ${answer.body.slice(0, 200)}`)
}
