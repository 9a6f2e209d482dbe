import { ok } from '#kernel/refusal'
import type { Tx } from '#platform/database'
import { bind, type RouteBinding } from '#platform/module'
import { isReportGateway, resend } from './actions/resend.ts'
import { type GatewayView, routes } from './contract.ts'
import type { ExchangePorts } from './ports.ts'
import { listGatewayRows } from './queries.ts'
import { gatewayNames, gateways } from './rules/gateways.ts'
import { gatewayState } from './rules/state.ts'

const everything = { areas: 'all' } as const

/** 外部系统: figures only, so whoever may see the page sees all of them. */
export const routeBindings = (ports: ExchangePorts): readonly RouteBinding[] => [
  bind(routes.listGateways, async ({ read }) => ok({ items: await read(tx => viewsOf(tx, ports), everything) })),

  bind(routes.resend, ({ params, act }) =>
    act({ action: 'exchange.resend', subject: params.name, scope: everything }, async tx => {
      const done = await resend(tx, params.name, ports)
      return done.ok ? ok({ items: await viewsOf(tx, ports) }) : done
    }),
  ),
]

async function viewsOf(tx: Tx, { lists, connected, simulated }: ExchangePorts): Promise<GatewayView[]> {
  const rows = await listGatewayRows(tx)
  const views: GatewayView[] = []
  for (const name of gatewayNames) {
    const row = rows.find(one => one.name === name)
    if (!row) throw new Error(`the gateway ${name} has no row`)
    const list = lists[name]
    const { waiting, oldest } = list ? await list.read(tx) : row
    const { name: label, what, without } = gateways[name]
    const mayResend = isReportGateway(name) || list?.resend !== undefined
    const view = { ...row, name, label, what, without, waiting, oldest }
    const state = gatewayState({ ...row, connected: connected.includes(name) })
    const resendable = mayResend && waiting + row.refused > 0
    views.push({ ...view, simulated: simulated.includes(name), state, resendable })
  }
  return views
}
