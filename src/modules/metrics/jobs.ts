import Type from 'typebox'
import type { Tx } from '#platform/database'
import { defineJob, enqueue, type JobDefinition, type Schedule } from '#platform/jobs'
import { findSites } from './actions/find-sites.ts'
import { reckonReach } from './actions/reckon-reach.ts'

const reachJob = 'metrics.reckonReach'
export const sitingJob = 'metrics.findSites'

export const jobs: readonly JobDefinition[] = [
  defineJob({
    name: reachJob,
    schema: Type.Object({}),
    handle: async (_, { services: { database, clock } }) => {
      await database.within({ areas: 'all' }, tx => reckonReach(tx, clock.now()))
    },
  }),
  defineJob({
    name: sitingJob,
    schema: Type.Object({ id: Type.String({ format: 'uuid' }) }),
    handle: ({ id }, { services: { database, clock }, signal }) =>
      findSites(id, { database, now: () => clock.now().instant, stop: signal }),
  }),
]

/** The circle is reckoned anew when a licence or a terminal changes; the clock finds terminals that only fell silent or woke. */
export const schedules: readonly Schedule[] = [{ job: reachJob, match: '*/5 * * * *' }]

/** Ten changes at once are one reckoning. */
export const reckonReachSoon = (tx: Tx): Promise<void> => enqueue(tx, reachJob, {}, { key: reachJob, queue: reachJob })
