import Type from 'typebox'
import { defineJob, type JobDefinition, type Schedule } from '#platform/jobs'
import { sweepFiles } from '#platform/sealed-files'
import { listUnnamed, registryFiles } from './store/files.ts'

const sweepName = 'registry.sweepFiles'

/** 清理 of photographs that no row names, at night. */
export const jobs: readonly JobDefinition[] = [
  defineJob({
    name: sweepName,
    schema: Type.Object({}),
    handle: async (_, { services: { database, clock, config } }) => {
      await sweepFiles(database, { files: await registryFiles(config), listUnnamed, now: clock.now().instant })
    },
  }),
]

export const schedules: readonly Schedule[] = [{ job: sweepName, match: '55 3 * * *' }]
