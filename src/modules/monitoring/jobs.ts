import { join } from 'node:path'
import Type from 'typebox'
import { defineJob, type JobDefinition, type Schedule } from '#platform/jobs'
import { learnModel } from './actions/learn-model.ts'
import { watchMarket } from './actions/watch-market.ts'
import { compactLake } from './lake/compact.ts'
import { openEngine } from './lake/engine.ts'

export const watchJobName = 'monitoring.watch'

export const learnJobName = 'monitoring.learn'
const compactJobName = 'monitoring.compact'

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
  defineJob({
    name: compactJobName,
    schema: Type.Object({}),
    handle: async (_, { services: { clock, config } }) => {
      const engine = await openEngine({ memory: '512MB', threads: 1 })
      try {
        const now = clock.now().instant.epochMilliseconds
        await compactLake({ folder: join(config.dataFolder, 'lake'), engine, now })
      } finally {
        await engine.close()
      }
    },
  }),
]

/** The small batches of a day are merged in the night; the model learns again in the night to Monday (China's clock is eight hours ahead). */
export const schedules: readonly Schedule[] = [
  { job: watchJobName, match: '* * * * *' },
  { job: learnJobName, match: '10 18 * * 0' },
  { job: compactJobName, match: '40 17 * * *' },
]
