import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { Saved } from '../imports/report.ts'

/** A retailer as it is stored: the person sealed, the digest of the source row beside it. */
export interface SealedRetailer {
  readonly licenceNo: string
  readonly shopName: string
  readonly operatorName: string
  readonly operatorIndex: string
  readonly operatorIdSealed: string
  readonly operatorIdMasked: string
  readonly phoneIndex: string | null
  readonly phoneSealed: string | null
  readonly phoneMasked: string | null
  readonly creditCode: string | null
  readonly areaCode: string
  readonly businessFormat: string
  readonly marketType: string
  readonly grade: number | null
  readonly subjectKind: string
  readonly scope: readonly string[]
  readonly licensedOn: string
  readonly licenceState: string
  readonly validFrom: string
  readonly validTo: string
  readonly bankAccountHash: string | null
  readonly orderDeviceHash: string | null
  readonly importedDigest: string
  readonly address: string
  readonly addressKey: string
  readonly lng: number | null
  readonly lat: number | null
}

/** Large files go in pieces of one transaction, so that no single statement holds them whole. */
const piece = 2000

export async function saveRetailers(tx: Tx, rows: readonly SealedRetailer[]): Promise<Saved> {
  let inserted = 0
  let updated = 0
  for (let at = 0; at < rows.length; at += piece) {
    const saved = await savePiece(tx, rows.slice(at, at + piece))
    inserted += saved.inserted
    updated += saved.updated
  }
  return { inserted, updated }
}

/**
 * A row whose source text is the same as last time is left alone whatever has happened to it since. Where the source
 * changed, the licence columns stay (licensing owns them and announces), and so does a phone number that was corrected
 * here, unless the file brings another one than last time.
 */
async function savePiece(tx: Tx, rows: readonly SealedRetailer[]): Promise<Saved> {
  const { rows: counts } = await sql<Saved>`
    with r as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(
        "licenceNo" text, "shopName" text, "operatorName" text, "operatorIndex" text, "operatorIdSealed" text,
        "operatorIdMasked" text, "phoneIndex" text, "phoneSealed" text, "phoneMasked" text, "creditCode" text,
        "areaCode" text, "businessFormat" text, "marketType" text, grade smallint, "subjectKind" text, scope text[],
        "licensedOn" date, "licenceState" text, "validFrom" date, "validTo" date, "bankAccountHash" text,
        "orderDeviceHash" text, "importedDigest" text, address text, "addressKey" text, lng float8, lat float8)
    ), saved as (
      insert into registry.retailer as old (
        licence_no, shop_name, operator_name, operator_index, operator_id_sealed, operator_id_masked, phone_index,
        phone_sealed, phone_masked, credit_code, area_code, business_format, market_type, grade, subject_kind, scope,
        licensed_on, licence_state, valid_from, valid_to, bank_account_hash, order_device_hash, imported_digest,
        imported_phone_index)
      select "licenceNo", "shopName", "operatorName", "operatorIndex", "operatorIdSealed", "operatorIdMasked",
        "phoneIndex", "phoneSealed", "phoneMasked", "creditCode", "areaCode", "businessFormat", "marketType", grade,
        "subjectKind", scope, "licensedOn", "licenceState", "validFrom", "validTo", "bankAccountHash",
        "orderDeviceHash", "importedDigest", "phoneIndex"
      from r
      on conflict (licence_no) do update set
        shop_name = excluded.shop_name, operator_name = excluded.operator_name,
        operator_index = excluded.operator_index, operator_id_sealed = excluded.operator_id_sealed,
        operator_id_masked = excluded.operator_id_masked, credit_code = excluded.credit_code,
        area_code = excluded.area_code, business_format = excluded.business_format,
        market_type = excluded.market_type, grade = excluded.grade, subject_kind = excluded.subject_kind,
        scope = excluded.scope, licensed_on = excluded.licensed_on, bank_account_hash = excluded.bank_account_hash,
        order_device_hash = excluded.order_device_hash, imported_digest = excluded.imported_digest,
        imported_phone_index = excluded.imported_phone_index, updated_at = now(),
        (phone_index, phone_sealed, phone_masked) = (
          select new_index, new_sealed, new_masked from (values
            (true, excluded.phone_index, excluded.phone_sealed, excluded.phone_masked),
            (false, old.phone_index, old.phone_sealed, old.phone_masked)) as choice(takes, new_index, new_sealed, new_masked)
          where takes = (old.imported_phone_index is distinct from excluded.imported_phone_index))
      where old.imported_digest is distinct from excluded.imported_digest
      returning id, licence_no, area_code, operator_index, (xmax = 0) as inserted
    ), placed as (
      insert into registry.premises (retailer_id, area_code, operator_index, address, address_key, lng, lat)
      select saved.id, saved.area_code, saved.operator_index, r.address, r."addressKey", r.lng, r.lat
      from saved join r on r."licenceNo" = saved.licence_no
      on conflict (retailer_id) do update set area_code = excluded.area_code, operator_index = excluded.operator_index,
        address = excluded.address, address_key = excluded.address_key, lng = excluded.lng, lat = excluded.lat
    )
    select count(*) filter (where inserted) as inserted, count(*) filter (where not inserted) as updated from saved`.execute(
    tx,
  )
  return counts[0] ?? { inserted: 0, updated: 0 }
}
