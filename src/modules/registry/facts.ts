import { sql } from 'kysely'
import type { Position } from '#kernel/position'
import type { Tx } from '#platform/database'
import type { licenceStates } from './contract.ts'
import { type GateAround, gatesAround } from './gates-around.ts'

/** A retailer as licensing may know it; the citizen number itself never leaves the register. Days are ISO texts. */
export interface RetailerFacts {
  readonly id: string
  readonly licenceNo: string
  readonly shopName: string
  readonly operatorName: string
  readonly operatorIndex: string
  readonly operatorIdMasked: string
  readonly phoneMasked: string | null
  readonly phoneSealed: string | null
  readonly creditCode: string | null
  readonly address: string
  readonly addressKey: string
  readonly areaCode: string
  readonly townName: string
  readonly businessFormat: string
  readonly marketType: string
  readonly grade: number | null
  readonly subjectKind: string
  readonly scope: readonly string[]
  readonly supplier: string | null
  readonly licensedOn: string
  /** The register's copy; licensing knows the licence itself. */
  readonly licenceState: (typeof licenceStates)[number]
  readonly validFrom: string
  readonly validTo: string
  /** WGS-84. */
  readonly position: Position | null
}

export interface RenewalFacts {
  readonly retailer: RetailerFacts
  readonly gates: readonly GateAround[]
  /** False when no school was ever imported: then an empty `gates` says nothing. */
  readonly gatesOnRecord: boolean
  /** 同址: numbers of other live licences at the same address. */
  readonly othersAtAddress: readonly string[]
  /** 一人多证: numbers of other live licences of the same person. */
  readonly othersOfOperator: readonly string[]
  /** 一户多证: how many live licences of other persons share the bank account or the order device. */
  readonly household: { readonly account: number; readonly device: number }
}

export interface HolderOfPhone {
  readonly personIndex: string
  readonly name: string
  readonly idNoMasked: string
  readonly areaCode: string
  readonly phoneSealed: string
}

export interface PhoneOfPerson extends Omit<HolderOfPhone, 'personIndex'> {
  readonly phoneIndex: string
  /** ISO day of the last correction; null = as imported. */
  readonly since: string | null
}

const retailerColumns = sql`r.id, r.licence_no, r.shop_name, r.operator_name, r.operator_index, r.operator_id_masked,
  r.phone_masked, r.phone_sealed, r.credit_code, p.address, p.address_key, r.area_code, coalesce(town.name, '') as town_name,
  r.business_format, r.market_type, r.grade, r.subject_kind, r.scope, r.supplier, r.licensed_on, r.licence_state,
  r.valid_from, r.valid_to,
  case when p.lng is null then null else jsonb_build_object('lng', p.lng, 'lat', p.lat) end as position`

const retailerTables = sql`registry.retailer r
  join registry.premises p on p.retailer_id = r.id
  left join registry.area town on town.code = left(r.area_code, 9)`

/** The retailer of a licence number, if the caller's scope covers it. */
export async function findRetailer(tx: Tx, licenceNo: string): Promise<RetailerFacts | undefined> {
  const { rows } = await sql<RetailerFacts>`
    select ${retailerColumns} from ${retailerTables} where r.licence_no = ${licenceNo}`.execute(tx)
  return rows[0]
}

/** The retailers of these licence numbers that the caller's scope covers. */
export async function listRetailers(tx: Tx, licenceNos: readonly string[]): Promise<readonly RetailerFacts[]> {
  const { rows } = await sql<RetailerFacts>`
    select ${retailerColumns} from ${retailerTables} where r.licence_no = any(${[...licenceNos]}) order by r.licence_no`.execute(
    tx,
  )
  return rows
}

/** All retailers of one person (keyed index), by licence number. */
export async function listByOperator(tx: Tx, personIndex: string): Promise<readonly RetailerFacts[]> {
  const { rows } = await sql<RetailerFacts>`
    select ${retailerColumns} from ${retailerTables} where r.operator_index = ${personIndex} order by r.licence_no`.execute(
    tx,
  )
  return rows
}

/** The one person a telephone number of the register belongs to, by any shop; a number of several people tells nobody apart. */
export async function findHolderOfPhone(tx: Tx, phoneIndex: string): Promise<HolderOfPhone | undefined> {
  const { rows } = await sql<HolderOfPhone>`
    select distinct on (operator_index) operator_index as person_index, operator_name as name,
      operator_id_masked as id_no_masked, area_code, phone_sealed
    from registry.retailer where phone_index = ${phoneIndex} order by operator_index, licence_no limit 2`.execute(tx)
  return rows.length === 1 ? rows[0] : undefined
}

/** The number of one person, of a live licence first, and the day it was last corrected here. */
export async function findPhoneOfPerson(tx: Tx, personIndex: string): Promise<PhoneOfPerson | undefined> {
  const { rows } = await sql<PhoneOfPerson>`
    select phone_index, phone_sealed, operator_name as name, operator_id_masked as id_no_masked, area_code,
      phone_since as since
    from registry.retailer where operator_index = ${personIndex} and phone_index is not null
    order by licence_state = 'valid' desc, licence_no limit 1`.execute(tx)
  return rows[0]
}

/** Everything the renewal rules ask of the register, in one round trip. */
export async function renewalFacts(tx: Tx, licenceNo: string): Promise<RenewalFacts | undefined> {
  const { rows } = await sql<RetailerFacts & Omit<RenewalFacts, 'retailer'>>`
    select ${retailerColumns}, ${gatesAround({ lng: sql`p.lng`, lat: sql`p.lat` }, sql`r.licence_no`)} as gates,
      exists (select from registry.school_gate) as gates_on_record,
      registry.others_at_address(r.licence_no) as others_at_address,
      registry.others_of_operator(r.licence_no) as others_of_operator,
      (select to_jsonb(h) from registry.household_of(r.licence_no) h) as household
    from ${retailerTables} where r.licence_no = ${licenceNo}`.execute(tx)
  const [row] = rows
  if (row === undefined) return undefined
  const { gates, gatesOnRecord, othersAtAddress, othersOfOperator, household, ...retailer } = row
  return { retailer, gates, gatesOnRecord, othersAtAddress, othersOfOperator, household }
}

/** 同址: numbers of other live licences at the same address, whoever holds them. */
export async function othersAtAddress(tx: Tx, licenceNo: string): Promise<readonly string[]> {
  const { rows } = await sql<{ others: string[] }>`select registry.others_at_address(${licenceNo}) as others`.execute(
    tx,
  )
  return rows[0]?.others ?? []
}

/** 一人多证: numbers of other live licences of the same person. */
export async function othersOfOperator(tx: Tx, licenceNo: string): Promise<readonly string[]> {
  const { rows } = await sql<{ others: string[] }>`select registry.others_of_operator(${licenceNo}) as others`.execute(
    tx,
  )
  return rows[0]?.others ?? []
}

/** 新办: live licences of other persons that have this telephone number (keyed index). */
export async function liveOfPhone(tx: Tx, phoneIndex: string, personIndex: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select registry.live_of_phone(${phoneIndex}, ${personIndex}) as count`.execute(tx)
  return rows[0]?.count ?? 0
}
