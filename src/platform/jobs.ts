import { type RawBuilder, sql } from 'kysely'
import type { Static, TSchema } from 'typebox'
import type { Tx } from './database.ts'
import type { Services } from './module.ts'

export { migrateJobs } from './jobs/migrate.ts'
export { startWorkers, type Workers } from './jobs/workers.ts'

/** Work done after the commit (后台任务): at least once, so every handler is idempotent. */
export interface JobDefinition<S extends TSchema = TSchema> {
  /** `licensing.renewIfSilent`: domain and verb. */
  readonly name: string
  readonly schema: S
  readonly handle: (payload: Static<S>, services: Services) => Promise<void>
}

/** A job on a clock; `cron` is read in UTC. A beat missed while no server ran is made up for `backfillMs`. */
export interface Schedule {
  readonly job: string
  readonly cron: string
  readonly backfillMs: number
  readonly payload?: Readonly<Record<string, unknown>>
}

export const defineJob = <const S extends TSchema>(definition: JobDefinition<S>): JobDefinition =>
  definition as unknown as JobDefinition

export interface EnqueueOptions {
  /** A job with this key is there once; added again it replaces the waiting one. */
  readonly key?: string
  /** Jobs of one queue run one after another. */
  readonly queue?: string
  readonly runAt?: Temporal.Instant
}

const MAX_ATTEMPTS = 5

/** Adds a job in the caller's transaction: rolled back = no job, committed = job. */
export async function enqueue(
  tx: Tx,
  name: string,
  payload: Readonly<Record<string, unknown>>,
  options: EnqueueOptions = {},
): Promise<void> {
  const runAt = options.runAt?.toString() ?? null
  const call: RawBuilder<unknown> = sql`select graphile_worker.add_job(${name}, ${JSON.stringify(payload)}::json,
    queue_name => ${options.queue ?? null}, run_at => ${runAt}::timestamptz, max_attempts => ${MAX_ATTEMPTS}, job_key => ${options.key ?? null})`
  await call.execute(tx)
}
