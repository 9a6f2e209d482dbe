import Type from 'typebox'
import { defineJob, type JobDefinition, type Schedule } from '#platform/jobs'
import { casePolicy } from './policy.ts'
import { alarmsOf } from './rules/procedure/alarms.ts'
import { insertAlarm, listRunning } from './store/alarms.ts'
import { endPublications } from './store/publications.ts'

const everything = { areas: 'all' } as const
const watchName = 'cases.watchClocks'
const endName = 'cases.endPublications'

/** 期限提醒 of every case, each step once; 公示期满 taken down in the night. */
export const jobs: readonly JobDefinition[] = [
  defineJob({
    name: watchName,
    schema: Type.Object({}),
    handle: (_, { services: { database, clock } }) =>
      database.within(everything, async tx => {
        const at = clock.now()
        const { alarms } = casePolicy(at.today)
        for (const { no, clocks } of await listRunning(tx))
          for (const alarm of alarmsOf(clocks, at, alarms)) await insertAlarm(tx, no, alarm, at.instant.toString())
      }),
  }),
  defineJob({
    name: endName,
    schema: Type.Object({}),
    handle: async (_, { services: { database, clock } }) => {
      await database.within(everything, tx => endPublications(tx, clock.now().today.toString()))
    },
  }),
]

/** Every hour, because the police wait for hours; the public page just after midnight. */
export const schedules: readonly Schedule[] = [
  { job: watchName, match: '8 * * * *' },
  { job: endName, match: '12 0 * * *' },
]
