import Type from 'typebox'
import type { Tx } from '#platform/database'
import { defineJob, enqueue } from '#platform/jobs'
import { announceReminders } from './remind.ts'
import { settingOf } from './settings.ts'

export const remindJob = defineJob({
  name: 'licensing.remind',
  schema: Type.Object({}),
  handle: async (_, { services }) => {
    const at = services.clock.now()
    await services.database.within({ areas: 'all' }, tx => announceReminders(tx, at, settingOf(services, at.today)))
  },
})

/** Of a demonstration, whose first day does not wait for ten in the morning. */
export const remindSoon = (tx: Tx): Promise<void> => enqueue(tx, remindJob.name, {}, { key: remindJob.name })
