import { defineModule, type Module } from '#platform/module'
import { jobs, schedules } from './jobs.ts'
import { metricsLaw } from './law.ts'
import { metricsRefusals } from './refusals.ts'
import { metricsRoutes } from './routes.ts'

export { metricsBench } from './bench.ts'
export { reckonReachSoon } from './jobs.ts'

/** 指标: what leaders and the public see, computed from the published views of the other domains and never typed in. */
export const createMetrics = (): Module =>
  defineModule({ name: 'metrics', routes: metricsRoutes, refusals: metricsRefusals, law: metricsLaw, jobs, schedules })
