import Type from 'typebox'
import { defineJob, type JobDefinition, type Schedule } from '#platform/jobs'
import { signDay } from './actions/day-log.ts'
import { deliver, deliverJobName } from './actions/notify.ts'
import type { PartnerPorts } from './ports.ts'

const signName = 'partners.signDay'

export const jobsOf = ({ notify }: PartnerPorts): readonly JobDefinition[] => [
  defineJob({
    name: deliverJobName,
    schema: Type.Object({ id: Type.String({ format: 'uuid' }) }),
    handle: ({ id }, { services: { database, keyring, clock } }) =>
      deliver(database, id, { notify, keyring, at: clock.now() }),
  }),
  defineJob({
    name: signName,
    schema: Type.Object({}),
    handle: (_, { services: { database, keyring, clock } }) =>
      database.within({ areas: 'all' }, tx => signDay(tx, clock.now(), keyring)),
  }),
]

/** Soon after midnight; again by day, so that a night without a server leaves no day unsigned. */
export const schedules: readonly Schedule[] = [{ job: signName, match: '10 0,6,12 * * *' }]
