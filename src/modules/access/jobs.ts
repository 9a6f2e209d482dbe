import Type from 'typebox'
import { defineJob, type JobDefinition, type Schedule } from '#platform/jobs'
import { readReceipts, sendJobName, sendMessage } from './actions/messages.ts'
import { sendCodeJob, sendSignInCode } from './actions/sign-in-code.ts'
import { watchTerminals } from './actions/watch-terminals.ts'
import { accessPolicy } from './policy.ts'
import type { AccessPorts } from './ports.ts'
import { closeOverdueSessions } from './store/card-session.ts'
import { eraseNumbers } from './store/web-session.ts'

const receiptsName = 'access.readReceipts'

/**
 * Writes the end of card sessions that ended by themselves: the record says when, although nobody pressed anything. What
 * the unified identity said goes with its session.
 */
export const closeSessions = defineJob({
  name: 'access.closeSessions',
  schema: Type.Object({}),
  handle: async (_, { services: { database, clock } }) => {
    const { instant: at, today } = clock.now()
    await database.within({ areas: 'all' }, async tx => {
      await closeOverdueSessions(tx, at)
      await eraseNumbers(tx, { at, idleSeconds: accessPolicy(today).webIdleSeconds })
    })
  },
})

/** 终端值守: silence within opening hours, calls that nobody answers. */
const watch = defineJob({
  name: 'access.watchTerminals',
  schema: Type.Object({}),
  handle: async (_, { services: { database, clock } }) => {
    await database.within({ areas: 'all' }, tx => watchTerminals(tx, clock.now()))
  },
})

/** The jobs of this domain, with the outside systems they speak to. */
export const jobsOf = ({ messages }: AccessPorts): readonly JobDefinition[] => [
  closeSessions,
  watch,
  defineJob({
    name: sendJobName,
    schema: Type.Object({ id: Type.String({ format: 'uuid' }) }),
    handle: ({ id }, { services: { database, keyring, clock } }) =>
      sendMessage(database, id, { sender: messages, keyring, at: clock.now() }),
  }),
  defineJob({
    name: sendCodeJob,
    schema: Type.Object({ id: Type.String({ format: 'uuid' }) }),
    handle: ({ id }, { services: { database, keyring, clock } }) =>
      sendSignInCode(database, id, { sender: messages, keyring, at: clock.now() }),
  }),
  defineJob({
    name: receiptsName,
    schema: Type.Object({}),
    handle: async (_, { services: { database, clock } }) => {
      await readReceipts(database, messages, clock.now())
    },
  }),
]

export const schedules: readonly Schedule[] = [
  { job: closeSessions.name, match: '* * * * *' },
  { job: watch.name, match: '* * * * *' },
  { job: receiptsName, match: '*/5 * * * *' },
]
