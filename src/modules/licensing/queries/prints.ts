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
