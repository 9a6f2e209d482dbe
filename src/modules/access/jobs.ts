import Type from 'typebox'
import { defineJob, type JobDefinition, type Schedule } from '#platform/jobs'
import { closeOverdueSessions } from './store/card-session.ts'

/** Writes the end of card sessions that ended by themselves: the record says when, although nobody pressed anything. */
const closeSessions = defineJob({
  name: 'access.closeSessions',
  schema: Type.Object({}),
  handle: async (_, { services: { database, clock } }) => {
    await database.within({ areas: 'all' }, tx => closeOverdueSessions(tx, clock.now().instant))
  },
})

export const jobs: readonly JobDefinition[] = [closeSessions]

export const schedules: readonly Schedule[] = [{ job: closeSessions.name, match: '* * * * *' }]
