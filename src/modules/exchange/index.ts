import { defineModule, type Module } from '#platform/module'
import { jobsOf, schedules } from './jobs.ts'
import type { ExchangePorts } from './ports.ts'
import { exchangeRefusals } from './refusals.ts'
import { routeBindings } from './routes.ts'

/** 对外报送: what the bureau owes outside systems, each report once, and how each of those systems is. */
export const createExchange = (ports: ExchangePorts): Module =>
  defineModule({
    name: 'exchange',
    routes: routeBindings(ports),
    refusals: exchangeRefusals,
    jobs: jobsOf(ports),
    schedules,
  })

export { gatewayNotebook, type Notebook } from './actions/note-gateway.ts'
export { queueReport } from './actions/queue-report.ts'
export type { ExchangePorts, Handed, Report, ReportTarget } from './ports.ts'
export type { GatewayName } from './rules/gateways.ts'
