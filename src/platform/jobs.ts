/** Work that is done later (后台任务), kept in PostgreSQL by graphile-worker: defined, enqueued, scheduled, worked off. */
export { defineJob, type JobContext, type JobDefinition } from './jobs/define.ts'
export { enqueue } from './jobs/enqueue.ts'
export { migrateJobs } from './jobs/migrate.ts'
export type { Schedule } from './jobs/schedule.ts'

export { startWorkers, type Workers } from './jobs/workers.ts'
