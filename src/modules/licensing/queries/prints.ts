import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import { ticketOf } from '../actions/reserve-print.ts'
import type { PrintTicket } from '../contract.ts'
import type { PrintState } from '../rules/print-ledger.ts'

/** 打印台账 of one licence, newest first. */
export async function listPrints(tx: Tx, licenceNo: string): Promise<PrintTicket[]> {
  const { rows } = await sql<{ id: string; copyNo: number; state: PrintState }>`
    select id, copy_no, state from licensing.print where licence_no = ${licenceNo} order by copy_no desc limit 100`.execute(
    tx,
  )
  return rows.map(ticketOf)
}

export interface PrintCounts {
  readonly printed: number
  readonly failed: number
  readonly unknown: number
}

/** What became of the sheets of one terminal since a moment; confirmed ones came out too. */
export async function countPrintsOf(tx: Tx, terminalId: string, since: Temporal.Instant): Promise<PrintCounts> {
  const { rows } = await sql<PrintCounts>`
    select count(*) filter (where state in ('printed', 'confirmed'))::integer as printed,
      count(*) filter (where state = 'failed')::integer as failed,
      count(*) filter (where state in ('unknown', 'reserved'))::integer as unknown
    from licensing.print where terminal_id = ${terminalId} and reserved_at >= ${`${since}`}`.execute(tx)
  return rows[0] ?? { printed: 0, failed: 0, unknown: 0 }
}
