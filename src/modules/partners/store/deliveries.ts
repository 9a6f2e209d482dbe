import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { DeliveryView } from '../contract/ours.ts'

export interface Delivery {
  readonly id: string
  readonly keyId: string
  readonly itemNo: string
  readonly event: string
  readonly tries: number
  readonly madeAt: string
  readonly url: string | null
}

/** Keys of an agency's systems that want to be told. */
export async function listHearers(tx: Tx, agencyId: string): Promise<{ readonly keyId: string }[]> {
  const { rows } = await sql<{ keyId: string }>`select id as key_id from access.published_agency_key
    where agency_id = ${agencyId} and state = 'active' and webhook_url is not null`.execute(tx)
  return rows
}

export async function insertDelivery(
  tx: Tx,
  d: {
    readonly id: string
    readonly agencyId: string
    readonly keyId: string
    readonly itemNo: string
    readonly event: string
    readonly at: string
  },
): Promise<void> {
  await sql`insert into partners.delivery (id, agency_id, key_id, item_no, event, made_at)
    values (${d.id}, ${d.agencyId}, ${d.keyId}, ${d.itemNo}, ${d.event}, ${d.at})`.execute(tx)
}

/** What still waits, locked while it is handed over; the address is that of this moment. */
export async function lockWaiting(tx: Tx, id: string): Promise<Delivery | undefined> {
  const { rows } = await sql<Delivery>`
    select d.id, d.key_id, d.item_no, d.event, d.tries, d.made_at,
      (select k.webhook_url from access.published_agency_key k where k.id = d.key_id and k.state = 'active') as url
    from partners.delivery d where d.id = ${id} and d.state = 'waiting' for update of d`.execute(tx)
  return rows[0]
}

export async function saveDelivery(
  tx: Tx,
  id: string,
  d: {
    readonly state: 'waiting' | 'delivered' | 'dead'
    readonly tries: number
    readonly error: string | null
    readonly settledAt: string | null
  },
): Promise<void> {
  await sql`update partners.delivery set state = ${d.state}, tries = ${d.tries}, error = ${d.error}, settled_at = ${d.settledAt}
    where id = ${id}`.execute(tx)
}

/** False: it is not dead, so there is nothing to send again. */
export async function reviveDelivery(tx: Tx, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`update partners.delivery set state = 'waiting', tries = 0, settled_at = null
    where id = ${id} and state = 'dead'`.execute(tx)
  return Number(numAffectedRows ?? 0) === 1
}

/** Those that are stuck first. */
export async function listDeliveries(tx: Tx): Promise<DeliveryView[]> {
  const { rows } = await sql<DeliveryView>`
    select d.id, a.name as agency, d.item_no, d.event, d.state, d.tries, d.error, d.made_at
    from partners.delivery d join partners.agency a on a.id = d.agency_id
    order by array_position(array['dead', 'waiting', 'delivered'], d.state), d.made_at desc limit 100`.execute(tx)
  return rows
}
