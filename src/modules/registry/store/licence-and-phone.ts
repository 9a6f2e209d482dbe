import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { licenceStates } from '../contract.ts'

/** What licensing announces about a licence; the register keeps a copy for lists and maps. Days are ISO texts. */
export interface LicenceNote {
  readonly licenceNo: string
  readonly state: (typeof licenceStates)[number]
  readonly validFrom: string
  readonly validTo: string
}

/** The number of retailers whose copy changed; unknown numbers are passed over. */
export async function saveLicenceNotes(tx: Tx, notes: readonly LicenceNote[]): Promise<number> {
  const { numAffectedRows } = await sql`
    update registry.retailer retailer
    set licence_state = note.state, valid_from = note."validFrom", valid_to = note."validTo", updated_at = now()
    from jsonb_to_recordset(${JSON.stringify(notes)}::jsonb)
      as note("licenceNo" text, state text, "validFrom" date, "validTo" date)
    where retailer.licence_no = note."licenceNo"
      and (retailer.licence_state, retailer.valid_from, retailer.valid_to)
        is distinct from (note.state, note."validFrom", note."validTo")`.execute(tx)
  return Number(numAffectedRows ?? 0)
}

/** False when there is no such retailer in the caller's scope. */
export async function savePhone(
  tx: Tx,
  licenceNo: string,
  phone: { readonly index: string; readonly sealed: string; readonly masked: string; readonly on: Temporal.PlainDate },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update registry.retailer
    set phone_since = case when phone_index = ${phone.index} then phone_since else ${`${phone.on}`}::date end,
      phone_index = ${phone.index}, phone_sealed = ${phone.sealed}, phone_masked = ${phone.masked}, updated_at = now()
    where licence_no = ${licenceNo}`.execute(tx)
  return Number(numAffectedRows ?? 0) > 0
}

/** What a granted change brings: the face as it is now. */
export interface FaceNote {
  readonly licenceNo: string
  readonly shopName: string
  readonly operatorName: string
  readonly operatorIndex: string
  readonly address: string
  readonly scope: readonly string[]
}

/** The town of a retailer, for the key of the new address. */
export async function findPlaceOf(
  tx: Tx,
  licenceNo: string,
): Promise<{ readonly townCode: string; readonly townName: string } | undefined> {
  const { rows } = await sql<{ townCode: string; townName: string }>`
    select left(r.area_code, 9) as town_code, coalesce(town.name, '') as town_name from registry.retailer r
    left join registry.area town on town.code = left(r.area_code, 9) where r.licence_no = ${licenceNo}`.execute(tx)
  return rows[0]
}

export async function saveFaceNote(tx: Tx, note: FaceNote & { readonly addressKey: string }): Promise<void> {
  await sql`with shop as (
      update registry.retailer set shop_name = ${note.shopName}, operator_name = ${note.operatorName},
        operator_index = ${note.operatorIndex}, scope = ${[...note.scope]}::text[], updated_at = now()
      where licence_no = ${note.licenceNo} returning id, operator_index)
    update registry.premises p set address = ${note.address}, address_key = ${note.addressKey}, operator_index = shop.operator_index
    from shop where p.retailer_id = shop.id`.execute(tx)
}
