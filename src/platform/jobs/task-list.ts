import type { JobHelpers, TaskList } from 'graphile-worker'
import { textWithoutQuotes } from '../log/error-fields.ts'
import type { Metrics } from '../metrics.ts'
import type { Services } from '../module.ts'
import type { JobDefinition } from './define.ts'

export interface TaskOptions {
  readonly jobs: readonly JobDefinition[]
  readonly services: Services
  readonly metrics: Pick<Metrics, 'jobEnded'>
}

/** The jobs as the library calls them: each try measured, each failure logged, and the last one as dead (死信). */
export function taskListOf({ jobs, ...tools }: TaskOptions): TaskList {
  return Object.fromEntries(
    jobs.map(job => [job.name, (payload: unknown, helpers: JobHelpers) => workOn(job, payload, { ...tools, helpers })]),
  )
}

async function workOn(
  job: JobDefinition,
  payload: unknown,
  { services, metrics, helpers }: Omit<TaskOptions, 'jobs'> & { helpers: JobHelpers },
): Promise<void> {
  const { id, attempts: attempt, max_attempts: last } = helpers.job
  const began = performance.now()
  try {
    const signal = helpers.abortSignal ?? new AbortController().signal
    await job.run(withoutCron(payload), { services, attempt, signal })
    metrics.jobEnded(job.name, 'done', performance.now() - began)
  } catch (error) {
    const outcome = attempt >= last ? 'dead' : 'failed'
    metrics.jobEnded(job.name, outcome, performance.now() - began)
    const fields = { err: error, job: job.name, jobId: id, attempt }
    if (outcome === 'dead') services.log.error(fields, 'job is dead: no try left')
    else services.log.warn(fields, 'job failed and will be tried again')
    // The library stores the text with the job; nothing personal may stay there.
    throw new Error(textWithoutQuotes(error instanceof Error ? error.message : String(error)))
  }
}

/** A scheduled payload carries the library's note of the time, which is no part of the job's shape. */
function withoutCron(payload: unknown): unknown {
  if (typeof payload !== 'object' || payload === null || !('_cron' in payload)) return payload
  const { _cron, ...rest } = payload
  return rest
}
