import Type from 'typebox'
import { defineJob, type JobDefinition, type Schedule } from '#platform/jobs'
import { handReports } from './actions/hand-reports.ts'
import { handJobName } from './actions/queue-report.ts'
import { reportTerminals, reportUsage } from './actions/report-terminals.ts'
import type { ExchangePorts } from './ports.ts'
import { listDueGateways } from './queries.ts'
import { reportGateways } from './rules/gateways.ts'

const everything = { areas: 'all' } as const
const resumeName = 'exchange.resumeReports'
const terminalsName = 'exchange.reportTerminals'
const usageName = 'exchange.reportUsage'

export const jobsOf = ({ targets }: ExchangePorts): readonly JobDefinition[] => [
  defineJob({
    name: handJobName,
    schema: Type.Object({ gateway: Type.Enum([...reportGateways]) }),
    handle: async ({ gateway }, { services: { database, clock } }) => {
      await handReports(database, gateway, { target: targets[gateway], at: clock.now() })
    },
  }),
  // Does not depend on any job that may have died in the outage: what waits is found in the register itself.
  defineJob({
    name: resumeName,
    schema: Type.Object({}),
    handle: async (_, { services: { database, clock } }) => {
      const at = clock.now()
      const due = await database.within(everything, tx => listDueGateways(tx, at.instant.toString()))
      for (const gateway of due) await handReports(database, gateway, { target: targets[gateway], at })
    },
  }),
  defineJob({
    name: terminalsName,
    schema: Type.Object({}),
    handle: (_, { services: { database, clock } }) =>
      database.within(everything, tx => reportTerminals(tx, clock.now())),
  }),
  defineJob({
    name: usageName,
    schema: Type.Object({}),
    handle: (_, { services: { database, clock } }) => database.within(everything, tx => reportUsage(tx, clock.now())),
  }),
]

export const schedules: readonly Schedule[] = [
  { job: resumeName, match: '* * * * *' },
  { job: terminalsName, match: '20 * * * *' },
  { job: usageName, match: '30 0 * * *' },
]
