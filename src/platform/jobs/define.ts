import type { Static, TSchema } from 'typebox'
import { Value } from 'typebox/value'
import type { Services } from '../module.ts'

/** What a job knows besides its payload. */
export interface JobContext {
  readonly services: Services
  /** 1 on the first try. */
  readonly attempt: number
  /** Fires when the server is about to stop: end soon, the job will be tried again. */
  readonly signal: AbortSignal
}

/** A kind of work that is done later (后台任务): its name, the shape of its payload and who does it. */
export interface JobDefinition {
  /** `licensing.print`: domain and verb. */
  readonly name: string
  /** Checks the payload, then does the work. May run twice for one job, so its effect must be the same if it does. */
  readonly run: (payload: unknown, context: JobContext) => Promise<void>
}

/**
 * Joins name, payload shape and handler. The handler runs at least once: after a crash, again with the same payload.
 * Make its effect single by a unique row written in the same transaction.
 */
export function defineJob<const S extends TSchema>(job: {
  readonly name: string
  readonly schema: S
  readonly handle: (payload: Static<S>, context: JobContext) => Promise<void>
}): JobDefinition {
  return {
    name: job.name,
    run: async (payload, context) => {
      if (!Value.Check(job.schema, payload)) throw new TypeError(`the payload does not fit the job ${job.name}`)
      await job.handle(payload, context)
    },
  }
}
