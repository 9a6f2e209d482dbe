import Type from 'typebox'
import { houseFiles } from '#platform/files'
import { defineJob, type JobDefinition, type Schedule } from '#platform/jobs'
import { casePolicy } from './policy.ts'
import { alarmsOf } from './rules/procedure/alarms.ts'
import { insertAlarm, listRunning } from './store/alarms.ts'
import { endPublications } from './store/publications.ts'
import { dropOldUploads } from './store/uploads.ts'

const everything = { areas: 'all' } as const
const watchName = 'cases.watchClocks'
const endName = 'cases.endPublications'
const dropName = 'cases.dropUploads'

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
    name: dropName,
    schema: Type.Object({}),
    handle: async (_, { services: { database, clock, config } }) => {
      const before = clock.now().instant.subtract({ hours: 24 }).toString()
      const files = await houseFiles(config)
      // Rows first: a file without a row harms nobody, a row without its file would.
      const gone = await database.within(everything, tx => dropOldUploads(tx, before))
      for (const digest of gone) await files.remove(digest)
    },
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
  { job: dropName, match: '22 3 * * *' },
  { job: endName, match: '12 0 * * *' },
]
