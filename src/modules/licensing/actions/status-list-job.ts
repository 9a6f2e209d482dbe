import Type from 'typebox'
import type { Tx } from '#platform/database'
import { defineJob, enqueue } from '#platform/jobs'
import { settingOf } from './settings.ts'
import { issueStatusList } from './sign-status-list.ts'

export const statusListJob = defineJob({
  name: 'licensing.signStatusList',
  schema: Type.Object({}),
  handle: async (_, { services }) => {
    const at = services.clock.now()
    await services.database.within({ areas: 'all' }, tx => issueStatusList(tx, at, settingOf(services, at.today)))
  },
})

/** After a change of any licence (reaction): one waiting job for however many changes. */
export async function signStatusListSoon(tx: Tx): Promise<void> {
  await enqueue(tx, statusListJob.name, {}, { key: 'statusList', queue: 'licensing.statusList' })
}
