import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { openShift, type Shift, type WorkerOptions } from './shift.ts'

export interface Workers {
  /** Lets running jobs finish (after 5 s their signal asks them to stop) and takes no new ones. */
  stop(): Promise<void>
}

/**
 * Works off the jobs of the house, on as many machines as run this. When the database was away or our beacon went out,
 * a new shift of workers takes over by itself.
 */
export async function startWorkers(options: WorkerOptions): Promise<Workers> {
  const pool = new pg.Pool({
    connectionString: options.connectionString,
    max: (options.concurrency ?? 4) + 4,
    application_name: 'yzt jobs',
  })
  // Without these handlers a restart of the database ends the process.
  pool.on('error', () => undefined)
  pool.on('connect', client => void client.on('error', () => undefined))
  const stopping = Promise.withResolvers<void>()
  const ending = new AbortController()
  const first = await openShift(options, pool).catch(error => pool.end().then(() => Promise.reject(error)))

  const work = async () => {
    for (let shift: Shift | undefined = first; shift !== undefined; ) {
      await Promise.race([shift.over, stopping.promise])
      await shift.close()
      shift = await nextShift(options, pool, ending.signal)
    }
  }
  const working = work()
  return {
    stop: async () => {
      ending.abort()
      stopping.resolve()
      await working
      await pool.end()
    },
  }
}

/** Tries every second until workers stand again, or the house closes. */
async function nextShift(options: WorkerOptions, pool: pg.Pool, ending: AbortSignal): Promise<Shift | undefined> {
  while (!ending.aborted) {
    options.services.log.warn('the job workers stopped; starting new ones')
    await sleep(1000, undefined, { signal: ending }).catch(() => undefined)
    const shift = ending.aborted ? undefined : await openShift(options, pool).catch(() => undefined)
    if (shift !== undefined) return shift
  }
  return undefined
}
