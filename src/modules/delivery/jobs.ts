import Type from 'typebox'
import { announce } from '#platform/announce'
import { defineJob, type JobDefinition, type Schedule } from '#platform/jobs'
import { sweepFiles } from '#platform/sealed-files'
import { readCarrier } from './actions/post.ts'
import { settingOf } from './actions/setting.ts'
import { visitNear } from './events.ts'
import type { DeliveryPorts } from './ports.ts'
import { deliveryFiles, listUnnamed } from './store/files.ts'
import { markReminded } from './store/visits.ts'

const everything = { areas: 'all' } as const
const carrierName = 'delivery.readCarrier'
const remindName = 'delivery.remindVisits'
const sweepName = 'delivery.sweepFiles'

/** 邮件轨迹 every quarter of an hour; 预约提醒 the morning before; 清理 of photographs that no row names at night. */
export const jobsOf = ({ postCarrier }: DeliveryPorts): readonly JobDefinition[] => [
  defineJob({
    name: carrierName,
    schema: Type.Object({}),
    handle: async (_, { services }) => {
      const at = services.clock.now()
      await readCarrier({ database: services.database, post: postCarrier }, at, settingOf(services, at.today))
    },
  }),
  defineJob({
    name: remindName,
    schema: Type.Object({}),
    handle: async (_, { services: { database, clock } }) => {
      const { today } = clock.now()
      await database.within(everything, async tx => {
        const near = await markReminded(tx, today.add({ days: 1 }).toString(), today.toString())
        for (const booking of near) await announce(tx, visitNear, booking)
      })
    },
  }),
  defineJob({
    name: sweepName,
    schema: Type.Object({}),
    handle: async (_, { services: { database, clock, config } }) => {
      await sweepFiles(database, { files: await deliveryFiles(config), listUnnamed, now: clock.now().instant })
    },
  }),
]

export const schedules: readonly Schedule[] = [
  { job: carrierName, match: '*/15 * * * *' },
  { job: remindName, match: '30 8 * * *' },
  { job: sweepName, match: '45 3 * * *' },
]
