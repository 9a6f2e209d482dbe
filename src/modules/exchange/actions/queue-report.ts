import type { Moment } from '#kernel/dates'
import { randomId } from '#platform/crypto'
import type { Tx } from '#platform/database'
import { enqueue } from '#platform/jobs'
import type { ReportGateway } from '../rules/gateways.ts'
import * as store from '../store/reports.ts'

export const handJobName = 'exchange.handReports'

/**
 * 报送: puts one report and its job into the caller's transaction. One fact (`key`) has one report for a gateway, however
 * often the fact is told; false when it has had it.
 */
export async function queueReport(tx: Tx, report: Omit<store.NewReport, 'id' | 'at'>, at: Moment): Promise<boolean> {
  const isNew = await store.insertReport(tx, { ...report, id: randomId(), at: at.instant.toString() })
  if (isNew) await handSoon(tx, report.gateway)
  return isNew
}

/** Ten reports of a busy minute need one job. */
export const handSoon = (tx: Tx, gateway: ReportGateway): Promise<void> =>
  enqueue(tx, handJobName, { gateway }, { key: `exchange:${gateway}`, queue: `exchange.${gateway}` })
