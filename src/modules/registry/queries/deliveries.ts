import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { Delivery } from '../contract.ts'

/** 送达 to this shop, the newest first: what delivery publishes of its items, within the reader's areas. */
export async function listDeliveries(tx: Tx, licenceNo: string): Promise<Delivery[]> {
  const { rows } = await sql<Delivery>`
    select item_no, application_no, mode, state, (received_at at time zone 'Asia/Shanghai')::date as received_on, served_on, serve_by, attempts
    from delivery.published_item where licence_no = ${licenceNo} order by received_at desc, item_no limit 50`.execute(
    tx,
  )
  return rows
}
