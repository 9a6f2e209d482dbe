import Type from 'typebox'
import { defineJob, type JobDefinition, type Schedule } from '#platform/jobs'
import { compareHolders } from './actions/compare-holders.ts'
import { regradeDue } from './actions/regrade.ts'
import { settingOn } from './actions/setting.ts'
import { creditPolicy } from './policy.ts'
import { raiseAlarms } from './store/files.ts'

const everything = { areas: 'all' } as const
const clocksName = 'credit.watchClocks'
const gradesName = 'credit.regradeDue'
const compareName = 'credit.compareHolders'

/** 到期告警 every morning; records that count less from today on; 一户多证、人证不符 once a week. */
export const jobs: readonly JobDefinition[] = [
  defineJob({
    name: clocksName,
    schema: Type.Object({}),
    handle: async (_, { services: { database, clock } }) => {
      const at = clock.now()
      await database.within(everything, tx => raiseAlarms(tx, at.today.toString(), at.instant.toString()))
    },
  }),
  defineJob({
    name: gradesName,
    schema: Type.Object({}),
    handle: async (_, { services: { database, clock } }) => {
      const at = clock.now()
      await database.within(everything, tx => regradeDue(tx, at, creditPolicy(at.today)))
    },
  }),
  defineJob({
    name: compareName,
    schema: Type.Object({}),
    handle: async (_, { services: { database, clock, keyring } }) => {
      const at = clock.now()
      await database.within(everything, async tx => {
        await compareHolders(tx, `system:${compareName}`, at, settingOn(at.today, keyring))
      })
    },
  }),
]

export const schedules: readonly Schedule[] = [
  { job: clocksName, match: '30 7 * * *' },
  { job: gradesName, match: '20 0 * * *' },
  { job: compareName, match: '40 3 * * 1' },
]
