import { EventEmitter } from 'node:events'
import { parseCronItems, type Runner, run, type TaskList, type WorkerEvents } from 'graphile-worker'
import pg from 'pg'
import { Value } from 'typebox/value'
import type { JobDefinition, Schedule } from '../jobs.ts'
import type { Metrics } from '../metrics.ts'
import type { Services } from '../module.ts'
import { startBeacon } from './beacon.ts'

export interface Workers {
  stop(): Promise<void>
}

export interface WorkersOptions {
  readonly connectionString: string
  readonly jobs: readonly JobDefinition[]
  readonly schedules: readonly Schedule[]
  readonly services: Services
  readonly metrics: Metrics
  readonly sweepEveryMs?: number
}

/** Runs jobs in this process; any number of processes may. A dead process's jobs are free again within seconds (beacon.ts). */
export async function startWorkers(options: WorkersOptions): Promise<Workers> {
  const { services, metrics } = options
  const onError = (error: Error) => services.log.warn({ err: error }, 'job connection lost')
  const pool = new pg.Pool({ connectionString: options.connectionString, max: 4 })
  pool.on('error', onError)
  pool.on('connect', client => void client.on('error', onError))
  const events: WorkerEvents = new EventEmitter()
  const beacon = await startBeacon({
    connectionString: options.connectionString,
    events,
    pool,
    everyMs: options.sweepEveryMs ?? 2_000,
    onError,
  })
  events.on('job:complete', ({ job, error }) => {
    metrics.countJob(job.task_identifier, error ? (job.attempts >= job.max_attempts ? 'dead' : 'failed') : 'done')
    if (error && job.attempts >= job.max_attempts)
      services.log.error(
        { err: error as Error, job: job.task_identifier, jobId: job.id },
        'a job was given up and waits for a person',
      )
  })
  const runner: Runner = await run({
    pgPool: pool,
    events,
    concurrency: 2,
    noHandleSignals: true,
    pollInterval: 1_000,
    taskList: taskListOf(options.jobs, services),
    parsedCronItems: parseCronItems(options.schedules.map(cronItemOf)),
  })
  return {
    stop: async () => {
      await runner.stop()
      await beacon.stop()
      await pool.end()
    },
  }
}

const cronItemOf = ({ job, cron, backfillMs, payload }: Schedule) => ({
  task: job,
  match: cron,
  identifier: job,
  options: { backfillPeriod: backfillMs, jobKey: job, maxAttempts: 5 as const },
  ...(payload ? { payload } : {}),
})

function taskListOf(jobs: readonly JobDefinition[], services: Services): TaskList {
  return Object.fromEntries(
    jobs.map(job => [
      job.name,
      async (payload: unknown) => {
        const { _cron: _, ...given } = (payload ?? {}) as Record<string, unknown>
        if (!Value.Check(job.schema, given)) throw new Error(`the payload of ${job.name} does not fit its schema`)
        await job.handle(given, services)
      },
    ]),
  )
}
