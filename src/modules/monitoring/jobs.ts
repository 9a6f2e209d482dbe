import { join } from 'node:path'
import Type from 'typebox'
import { defineJob, type JobDefinition, type Schedule } from '#platform/jobs'
import { watchMarket } from './actions/watch-market.ts'

export const watchJobName = 'monitoring.watch'

/** Each feed asks for a look at once; the clock finds what an import on the command line or another machine has added. */
export const jobs: readonly JobDefinition[] = [
  defineJob({
    name: watchJobName,
    schema: Type.Object({}),
    handle: async (_, { services: { database, clock, config } }) => {
      await watchMarket(database, join(config.dataFolder, 'lake'), clock.now())
    },
  }),
]

export const schedules: readonly Schedule[] = [{ job: watchJobName, match: '* * * * *' }]
