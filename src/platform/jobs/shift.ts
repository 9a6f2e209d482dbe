import { EventEmitter } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Runner, run } from 'graphile-worker'
import type pg from 'pg'
import { openBeacon } from './beacon.ts'
import { quietLogger } from './quiet-logger.ts'
import { cronItemsOf, type Schedule } from './schedule.ts'
import { sweep } from './sweep.ts'
import { type TaskOptions, taskListOf } from './task-list.ts'

export interface WorkerOptions extends TaskOptions {
  /** The app role's address; the workers keep a pool of their own, with the library's own types. */
  readonly connectionString: string
  readonly schedules: readonly Schedule[]
  /** Jobs at the same time in this process; 4 unless told otherwise. */
  readonly concurrency?: number
  /** Pause between two looks for jobs of dead workers. */
  readonly sweepEveryMs?: number
}

/** One pool of workers with its beacon and its sweeper, from its start until something breaks. */
export interface Shift {
  readonly over: Promise<void>
  close(): Promise<void>
}

export async function openShift(options: WorkerOptions, pool: pg.Pool): Promise<Shift> {
  const events = new EventEmitter()
  const beacon = await openBeacon(options.connectionString, events)
  const runner = await startRunner(options, { pool, events, ready: beacon.lit }).catch(error =>
    beacon.close().then(() => Promise.reject(error)),
  )
  const closing = new AbortController()
  const sweeping = keepSweeping(options, pool, closing.signal)
  const failed = runner.promise.catch(error => options.services.log.error({ err: error }, 'the job workers failed'))
  return {
    over: Promise.race([beacon.lost, failed]),
    close: async () => {
      closing.abort()
      await sweeping
      await runner.stop().catch(() => undefined)
      // Last: while a job still runs, the beacon says so.
      await beacon.close()
    },
  }
}

function startRunner(
  options: WorkerOptions,
  { pool, events, ready }: { pool: pg.Pool; events: EventEmitter; ready: Promise<void> },
): Promise<Runner> {
  return run({
    pgPool: pool,
    events,
    concurrency: options.concurrency ?? 4,
    noHandleSignals: true,
    pollInterval: 1000,
    logger: quietLogger(options.services.log),
    // Asked before every look for a job: the one place to hold the workers back until the beacon is lit.
    forbiddenFlags: () => ready.then(() => null),
    taskList: taskListOf(options),
    parsedCronItems: cronItemsOf(options.schedules),
  })
}

async function keepSweeping(options: WorkerOptions, pool: pg.Pool, signal: AbortSignal): Promise<void> {
  const { services, metrics, sweepEveryMs = 2000 } = options
  let dark: readonly string[] = []
  while (!signal.aborted) {
    await sleep(sweepEveryMs, undefined, { signal, ref: false }).catch(() => undefined)
    if (signal.aborted) return
    // When the database is away, start counting anew.
    const found = await sweep(pool, dark).catch(() => undefined)
    dark = found?.dark ?? []
    if (found !== undefined && found.freed > 0)
      services.log.warn({ pools: found.freed }, 'freed the jobs of dead workers')
    for (const job of found?.buried ?? []) {
      metrics.jobEnded(job, 'dead', 0)
      services.log.error({ job }, 'job is dead: its worker died at the last try')
    }
  }
}
