import { sql } from 'kysely'
import type { Tx } from '../database.ts'

export interface EnqueueOptions {
  /** A waiting job of the same key is replaced, so that ten changes give one job. */
  readonly key?: string
  /** Jobs of one queue run one after the other. Few and fixed names only. */
  readonly queue?: string
  readonly runAt?: Temporal.Instant
  /** Tries until the job is put aside as dead; 5 unless told otherwise, with growing pauses of seconds to minutes. */
  readonly maxAttempts?: number
}

/** Adds a job in the caller's transaction: rolled back, there is no job; committed, there is one. */
export async function enqueue(tx: Tx, name: string, payload: unknown, options: EnqueueOptions = {}): Promise<void> {
  await sql`select from graphile_worker.add_job(${name}, payload => ${JSON.stringify(payload)}::json,
    queue_name => ${options.queue ?? null}, run_at => ${options.runAt?.toString() ?? null}::timestamptz,
    max_attempts => ${options.maxAttempts ?? 5}, job_key => ${options.key ?? null})`.execute(tx)
}
