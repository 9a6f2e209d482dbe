import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { Booking, Delivery } from '../contract.ts'

/** 送达 to this shop, the newest first: what delivery publishes of its items, within the reader's areas. */
export async function listDeliveries(tx: Tx, licenceNo: string): Promise<Delivery[]> {
  const { rows } = await sql<Delivery>`
    select item_no, application_no, mode, state, (received_at at time zone 'Asia/Shanghai')::date as received_on, served_on, serve_by, attempts
    from delivery.published_item where licence_no = ${licenceNo} order by received_at desc, item_no limit 50`.execute(
    tx,
  )
  return rows
}

/** 预约 for this shop, what comes next first, then the latest. */
export async function listBookings(tx: Tx, licenceNo: string): Promise<Booking[]> {
  const { rows } = await sql<Booking>`
    select id, kind, day, from_minute, to_minute, place, topic, state from delivery.published_booking where licence_no = ${licenceNo}
    order by (state = 'booked') desc, day desc, from_minute, id limit 20`.execute(tx)
  return rows
}
