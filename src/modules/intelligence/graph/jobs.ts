import Type from 'typebox'
import { defineJob, type JobDefinition, type Schedule } from '#platform/jobs'
import { proposePersons } from './propose.ts'

const proposeName = 'intelligence.proposePersons'

/** 疑似同一人 is compared once a night. */
export const graphJobs: readonly JobDefinition[] = [
  defineJob({
    name: proposeName,
    schema: Type.Object({}),
    handle: async (_, { services: { database, clock, keyring } }) => {
      await database.within({ areas: 'all' }, async tx => {
        await proposePersons(tx, keyring, clock.now())
      })
    },
  }),
]

export const graphSchedules: readonly Schedule[] = [{ job: proposeName, match: '10 3 * * *' }]
