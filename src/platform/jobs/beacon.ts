import type { WorkerEvents } from 'graphile-worker'
import pg from 'pg'

/**
 * The library calls a lock stale after 4 hours, fixed in its code. So each worker pool holds a session lock on a connection of its own
 * (the beacon): the death of the process releases it at once, and the sweeper of any other process frees the jobs of pools whose
 * beacon is out. A pool must be dark in two sweeps, because its beacon is lit a moment after the pool is made.
 */
export async function startBeacon(options: {
  connectionString: string
  events: WorkerEvents
  pool: pg.Pool
  everyMs: number
  onError: (error: Error) => void
}): Promise<{ stop(): Promise<void> }> {
  const beacon = new pg.Client({ connectionString: options.connectionString })
  beacon.on('error', options.onError)
  await beacon.connect()
  options.events.on(
    'pool:create',
    ({ workerPool }) =>
      void beacon.query('select pg_advisory_lock(7311, hashtext($1))', [workerPool.id]).catch(options.onError),
  )
  let dark = new Set<string>()
  let sweeping: Promise<void> = Promise.resolve()
  const timer = setInterval(() => {
    sweeping = sweeping
      .then(async () => {
        dark = await sweep(options.pool, dark)
      })
      .catch(options.onError)
  }, options.everyMs)
  return {
    stop: async () => {
      clearInterval(timer)
      await sweeping
      await beacon.end()
    },
  }
}

// `locked_by` is the pool's id (since 0.17), not the worker's.
const darkPools = `
  with held as (select distinct locked_by w from graphile_worker._private_jobs where locked_by is not null
                union select distinct locked_by from graphile_worker._private_job_queues where locked_by is not null)
  select w from held where not exists (select 1 from pg_locks l where l.locktype = 'advisory' and l.classid = 7311
    and l.objid::bigint = (hashtext(w)::bigint & 4294967295) and l.database = (select oid from pg_database where datname = current_database()))`

/** Frees what pools hold that were dark before and still are; returns the pools that are dark now. */
async function sweep(pool: pg.Pool, before: ReadonlySet<string>): Promise<Set<string>> {
  const { rows } = await pool.query<{ w: string }>(darkPools)
  const dead = rows.map(row => row.w).filter(w => before.has(w))
  if (dead.length > 0) await pool.query('select graphile_worker.force_unlock_workers($1::text[])', [dead])
  return new Set(rows.map(row => row.w))
}
