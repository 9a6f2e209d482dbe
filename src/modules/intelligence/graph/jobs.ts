import Type from 'typebox'
import { defineJob, type JobDefinition, type Schedule } from '#platform/jobs'
import type { TellEarlier } from '../ports.ts'
import { learnEarlier } from './earlier.ts'
import { proposePersons } from './propose.ts'
import { learnRegister } from './register.ts'

const proposeName = 'intelligence.proposePersons'
const registerName = 'intelligence.learnRegister'
const earlierName = 'intelligence.learnEarlier'

/** 疑似同一人 is compared once a night. */
export const graphJobs = (tellEarlier: TellEarlier): readonly JobDefinition[] => [
  defineJob({
    name: registerName,
    schema: Type.Object({}),
    handle: async (_, { services: { database, clock, keyring } }) => {
      await learnRegister(database, { keyring, at: clock.now() })
    },
  }),
  defineJob({
    name: earlierName,
    schema: Type.Object({}),
    handle: async (_, { services: { database, clock, keyring, config } }) => {
      await learnEarlier(database, tellEarlier, { keyring, config, at: clock.now() })
    },
  }),
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

/** First the register, then what was never told, then the persons in it are compared. */
export const graphSchedules: readonly Schedule[] = [
  { job: registerName, match: '10 2 * * *' },
  { job: earlierName, match: '40 2 * * *' },
  { job: proposeName, match: '10 3 * * *' },
]
