import type pg from 'pg'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** What an operator watches (监控指标); labels hold route patterns and job names, never numbers of people or licences. */
export interface Metrics {
  readonly contentType: string
  text(): Promise<string>
  observeRequest(method: string, route: string, status: number, milliseconds: number): void
  countJob(name: string, outcome: 'done' | 'failed' | 'dead'): void
  /** Seconds since the ledger's last entry was sealed; alarmed at 15 minutes. */
  noteSealAge(seconds: number): void
}

export function createMetrics({ pool }: { pool: pg.Pool }): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'yzt_http_request_seconds',
    help: 'duration by route pattern',
    labelNames: ['method', 'route', 'status'],
    registers: [registry],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2, 5],
  })
  const jobs = new Counter({
    name: 'yzt_jobs_total',
    help: 'jobs by name and outcome',
    labelNames: ['job', 'outcome'],
    registers: [registry],
  })
  const sealAge = new Gauge({
    name: 'yzt_ledger_seal_age_seconds',
    help: 'age of the oldest unsealed entry',
    registers: [registry],
  })
  new Gauge({
    name: 'yzt_database_connections',
    help: 'connections of the pool',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      this.set({ state: 'total' }, pool.totalCount)
      this.set({ state: 'idle' }, pool.idleCount)
      this.set({ state: 'waiting' }, pool.waitingCount)
    },
  })
  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    observeRequest: (method, route, status, milliseconds) =>
      requests.observe({ method, route, status: String(status) }, milliseconds / 1000),
    countJob: (job, outcome) => jobs.inc({ job, outcome }),
    noteSealAge: seconds => sealAge.set(seconds),
  }
}
