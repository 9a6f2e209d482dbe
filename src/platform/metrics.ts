import type pg from 'pg'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { unsealedSeconds } from './ledger/age.ts'

/** The figures for the operators (运行指标), in the form Prometheus reads. Routes by pattern: no number of a person in a label. */
export interface Metrics {
  readonly contentType: string
  text(): Promise<string>
  /** `route` is the pattern, `/api/people/:id`; `ms` from the first byte to the last. */
  observeRequest(method: string, route: string, status: number, ms: number): void
  jobEnded(job: string, outcome: 'done' | 'failed' | 'dead', ms: number): void
  sealed(entries: number): void
}

export function createMetrics({ pool }: { pool: pg.Pool }): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'yzt_http_request_seconds',
    help: 'Time to answer, by method, route pattern and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers,
  })
  const jobs = new Histogram({
    name: 'yzt_job_seconds',
    help: 'Time of one try of a job, by name and outcome (done, failed, dead)',
    labelNames: ['job', 'outcome'],
    buckets: [0.01, 0.1, 1, 10, 60],
    registers,
  })
  const entries = new Counter({
    name: 'yzt_ledger_sealed_total',
    help: 'Lines of the audit ledger sealed by this process',
    registers,
  })
  watchDatabase(pool, registers)
  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    observeRequest: (method, route, status, ms) => requests.observe({ method, route, status }, ms / 1000),
    jobEnded: (job, outcome, ms) => jobs.observe({ job, outcome }, ms / 1000),
    sealed: count => entries.inc(count),
  }
}

/** Asked from the database at each reading, so that a sealer or worker that stopped cannot report itself well. */
function watchDatabase(pool: pg.Pool, registers: Registry[]): void {
  const gauge = (name: string, help: string, read: () => number | Promise<number>) =>
    new Gauge({
      name,
      help,
      registers,
      async collect() {
        // Not a number says "unknown" to Prometheus; a page of figures must not fail because the database is away.
        this.set(await Promise.resolve(read()).catch(() => Number.NaN))
      },
    })
  gauge('yzt_database_connections', 'Open connections of the pool', () => pool.totalCount)
  gauge('yzt_database_connections_idle', 'Connections at rest', () => pool.idleCount)
  gauge('yzt_database_waiting', 'Requests waiting for a connection', () => pool.waitingCount)
  gauge('yzt_ledger_unsealed_seconds', 'Age of the oldest line not yet sealed', () => unsealedSeconds(pool))
  gauge('yzt_jobs_dead', 'Jobs without a try left', () => countDeadJobs(pool))
}

async function countDeadJobs(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ count: string }>(
    'select count(*)::text as count from graphile_worker._private_jobs where attempts >= max_attempts and locked_at is null',
  )
  return Number(rows[0]?.count)
}
