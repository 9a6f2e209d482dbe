import Type from 'typebox'
import { chinaCalendar } from '#platform/calendar'
import { defineJob, type JobDefinition, type Schedule } from '#platform/jobs'
import { sweepFiles } from '#platform/sealed-files'
import { watchOutcomes } from './actions/draw-outcomes.ts'
import { proposeDrawn } from './actions/propose-drawn.ts'
import { raiseCalendar } from './actions/raise-calendar.ts'
import { raiseRegular } from './actions/raise-regular.ts'
import { drawJob, drawNow } from './actions/run-draw.ts'
import { lapseTasks } from './actions/run-task.ts'
import { inspectionPolicy } from './policy.ts'
import { inspectionFiles, listUnnamed } from './store/files.ts'

const everything = { areas: 'all' } as const
const watchName = 'inspection.watchOutcomes'
const lapseName = 'inspection.lapseTasks'
const raiseName = 'inspection.raiseCalendar'
const sweepName = 'inspection.sweepFiles'

/** 抽取 when the last secret is open, with a proposal for every drawn shop; 公示期限 every morning; what nobody sent lapses at night; the calendar and the cycle of regular checks ask each morning. */
export const jobs: readonly JobDefinition[] = [
  defineJob({
    name: drawJob,
    schema: Type.Object({ id: Type.String() }),
    handle: ({ id }, { services: { database, clock } }) =>
      database.within(everything, async tx => {
        const at = clock.now()
        await drawNow(tx, id, at)
        await proposeDrawn(tx, id, at, { policy: inspectionPolicy(at.today), calendar: chinaCalendar })
      }),
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
  defineJob({
    name: lapseName,
    schema: Type.Object({}),
    handle: (_, { services: { database, clock } }) => database.within(everything, tx => lapseTasks(tx, clock.now())),
  }),
  defineJob({
    name: raiseName,
    schema: Type.Object({}),
    handle: async (_, { services: { database, clock } }) => {
      const at = clock.now()
      const setting = { policy: inspectionPolicy(at.today), calendar: chinaCalendar }
      await database.within(everything, async tx => {
        await raiseCalendar(tx, at, setting)
        await raiseRegular(tx, at, setting)
      })
    },
  }),
  defineJob({
    name: sweepName,
    schema: Type.Object({}),
    handle: async (_, { services: { database, clock, config } }) => {
      await sweepFiles(database, { files: await inspectionFiles(config), listUnnamed, now: clock.now().instant })
    },
  }),
]

export const schedules: readonly Schedule[] = [
  { job: watchName, match: '20 8 * * *' },
  { job: lapseName, match: '10 0 * * *' },
  { job: raiseName, match: '40 7 * * *' },
  { job: sweepName, match: '50 3 * * *' },
]
