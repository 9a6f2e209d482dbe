import { join } from 'node:path'
import Type from 'typebox'
import { defineJob, type JobDefinition, type Schedule } from '#platform/jobs'
import { learnModel } from './actions/learn-model.ts'
import { watchMarket } from './actions/watch-market.ts'

export const watchJobName = 'monitoring.watch'

export const learnJobName = 'monitoring.learn'

/** Each feed asks for a look at once; the clock finds what an import on the command line or another machine has added. */
export const jobs: readonly JobDefinition[] = [
  defineJob({
    name: watchJobName,
    schema: Type.Object({}),
    handle: async (_, { services: { database, clock, config } }) => {
      await watchMarket(database, join(config.dataFolder, 'lake'), clock.now())
    },
  }),
  defineJob({
    name: learnJobName,
    schema: Type.Object({ by: Type.Optional(Type.String()) }),
    handle: async ({ by = `system:${learnJobName}` }, { services: { database, clock, config } }) => {
      await learnModel({ database, lake: join(config.dataFolder, 'lake') }, { by, at: clock.now() })
    },
  }),
]

/** The model learns again in the night to Monday (China's clock is eight hours ahead). */
export const schedules: readonly Schedule[] = [
  { job: watchJobName, match: '* * * * *' },
  { job: learnJobName, match: '10 18 * * 0' },
]
