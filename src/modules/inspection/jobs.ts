import Type from 'typebox'
import { chinaCalendar } from '#platform/calendar'
import { defineJob, type JobDefinition, type Schedule } from '#platform/jobs'
import { watchOutcomes } from './actions/draw-outcomes.ts'
import { drawJob, drawNow } from './actions/run-draw.ts'
import { inspectionPolicy } from './policy.ts'

const everything = { areas: 'all' } as const
const watchName = 'inspection.watchOutcomes'

/** 抽取 when the last secret is open; 公示期限 every morning. */
export const jobs: readonly JobDefinition[] = [
  defineJob({
    name: drawJob,
    schema: Type.Object({ id: Type.String() }),
    handle: ({ id }, { services: { database, clock } }) =>
      database.within(everything, tx => drawNow(tx, id, clock.now())),
  }),
  defineJob({
    name: watchName,
    schema: Type.Object({}),
    handle: async (_, { services: { database, clock } }) => {
      const at = clock.now()
      await database.within(everything, tx =>
        watchOutcomes(tx, at, { policy: inspectionPolicy(at.today), calendar: chinaCalendar }),
      )
    },
  }),
]

export const schedules: readonly Schedule[] = [{ job: watchName, match: '20 8 * * *' }]
