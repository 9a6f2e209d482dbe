import { sql } from 'kysely'
import type { Tx } from '#platform/database'

/** A licence that can be traded under, with what tells households apart; persons and numbers as keyed indexes only. */
export interface LivingHolding {
  readonly licenceNo: string
  readonly areaCode: string
  readonly operatorIndex: string
  readonly operatorName: string
  readonly addressKey: string
  readonly phoneIndex: string | null
  readonly creditCode: string | null
  readonly bankAccountHash: string | null
  readonly orderDeviceHash: string | null
}

/** All of them within the caller's scope, for whoever compares the register with itself. */
export async function listLivingHoldings(tx: Tx): Promise<readonly LivingHolding[]> {
  const { rows } = await sql<LivingHolding>`
    select r.licence_no, r.area_code, r.operator_index, r.operator_name, p.address_key, r.phone_index, r.credit_code,
      r.bank_account_hash, r.order_device_hash
    from registry.retailer r join registry.premises p on p.retailer_id = r.id
    where r.licence_state in ('valid', 'suspended', 'rectifying', 'expiredPending') order by r.licence_no`.execute(tx)
  return rows
}
