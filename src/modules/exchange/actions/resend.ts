import { ok, type Result, refuse } from '#kernel/refusal'
import type { Tx } from '#platform/database'
import type { ExchangePorts } from '../ports.ts'
import { type GatewayName, type ReportGateway, reportGateways } from '../rules/gateways.ts'
import { clearPause } from '../store/gateways.ts'
import { reopenRefused } from '../store/reports.ts'
import { handSoon } from './queue-report.ts'

export const isReportGateway = (name: GatewayName): name is ReportGateway =>
  reportGateways.some(gateway => gateway === name)

/** 重新报送: the pause ends, what was refused waits again. The numbers stay, so nothing is reported twice. */
export async function resend(tx: Tx, name: GatewayName, { lists }: ExchangePorts): Promise<Result<undefined>> {
  const list = lists[name]
  if (isReportGateway(name)) {
    await reopenRefused(tx, name)
    await clearPause(tx, name)
    await handSoon(tx, name)
    return ok(undefined)
  }
  if (!list?.resend) return refuse('nothingToResend')
  await list.resend(tx)
  return ok(undefined)
}
