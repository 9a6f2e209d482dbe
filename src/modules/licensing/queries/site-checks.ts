import { sql } from 'kysely'
import { listGates, schoolLimits } from '#modules/registry'
import type { Tx } from '#platform/database'
import type { Around, NearShop } from '../rules/site-check/distances.ts'
import { type SiteCheckRow, siteCheckColumns } from '../store/site-checks.ts'

export interface NamedSiteCheck extends SiteCheckRow {
  readonly byName: string
  readonly secondName: string
}

/** The site checks of files, oldest first. */
export async function listSiteChecks(tx: Tx, applicationNos: readonly string[]): Promise<NamedSiteCheck[]> {
  const { rows } = await sql<NamedSiteCheck>`
    select ${siteCheckColumns}, coalesce(first.name, '') as by_name, coalesce(other.name, '') as second_name
    from licensing.site_record c
    left join access.published_staff first on first.id = c.recorded_by
    left join access.published_staff other on other.id = c.second
    where c.application_no = any(${[...applicationNos]}) order by c.recorded_at`.execute(tx)
  return rows
}

/** 核查人员 in office who work for an area. */
export async function listVerifiers(tx: Tx, areaCode: string): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id::text, name from access.published_staff
    where state = 'active' and 'verifier' = any(roles)
      and exists (select from unnest(areas) area where ${areaCode} like area || '%')
    order by name collate "zh-Hans-CN-x-icu", id`.execute(tx)
  return rows
}

/** 回避 (行政处罚法 §43): by file, who has an interest in its shop or its applicant on record. */
export async function listStandingBack(
  tx: Tx,
  applicationNos: readonly string[],
  on: string,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await sql<{ applicationNo: string; staff: string[] }>`
    select a.application_no, array_agg(found::text) as staff
    from licensing.application a, access.published_standing_back(a.licence_no, a.person_index, ${on}::date) found
    where a.application_no = any(${[...applicationNos]}) group by a.application_no`.execute(tx)
  return new Map(rows.map(({ applicationNo, staff }) => [applicationNo, staff]))
}

/** Gates of the county and live shops of these towns. */
export async function aroundTowns(tx: Tx, towns: readonly string[], day: Temporal.PlainDate): Promise<Around> {
  const { rows } = await sql<NearShop>`
    select licence_no, shop_name as name, lng, lat from registry.published_retailer
    where town_code = any(${[...towns]}) and lng is not null and licence_state in ('valid', 'suspended', 'rectifying', 'expiredPending')
    order by licence_no`.execute(tx)
  return { gates: await listGates(tx), shops: rows, limits: schoolLimits(day) }
}

/** The last words with which the office ordered each check. */
export async function orderWords(tx: Tx, applicationNos: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ no: string; note: string | null }>`
    select distinct on (application_no) application_no as no, note from licensing.application_event
    where application_no = any(${[...applicationNos]}) and event = 'orderSiteCheck' order by application_no, id desc`.execute(
    tx,
  )
  return new Map(rows.map(({ no, note }) => [no, note ?? '']))
}

interface SitePhotoRow {
  readonly digest: string
  /** Of a picture kept before pictures were files. */
  readonly sealed: string | null
  readonly fileDigest: string | null
  readonly fileBytes: number | null
  readonly capturedAt: string
}

export async function findSitePhoto(tx: Tx, of: { applicationNo: string; digest: string }) {
  const { rows } = await sql<SitePhotoRow>`
    select digest, sealed, file_digest, file_bytes, captured_at from licensing.site_photo
    where application_no = ${of.applicationNo} and digest = ${of.digest}`.execute(tx)
  return rows[0]
}

/** Which of these pictures are here. */
export async function knownPhotos(tx: Tx, applicationNo: string, digests: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ digest: string }>`select digest from licensing.site_photo
    where application_no = ${applicationNo} and digest = any(${[...digests]})`.execute(tx)
  return rows.map(({ digest }) => digest)
}

/** 待处理 of one file; the content stays sealed. */
export async function listHeldSiteChecks(tx: Tx, applicationNo: string) {
  const { rows } = await sql<{ id: string; why: string; by: string; heldAt: string }>`
    select h.id::text, h.why, coalesce(s.name, '') as by, h.held_at from licensing.held_site_record h
    left join access.published_staff s on s.id = h.by
    where h.application_no = ${applicationNo} and h.settled_at is null order by h.held_at`.execute(tx)
  return rows
}

export async function findHeldSiteCheck(
  tx: Tx,
  of: { applicationNo: string; id: string },
): Promise<string | undefined> {
  const { rows } = await sql<{ sealed: string }>`select sealed from licensing.held_site_record
    where id = ${of.id} and application_no = ${of.applicationNo}`.execute(tx)
  return rows[0]?.sealed
}

/** The sealed record that a paper shows, by number and digest. */
export async function findSignedRecord(tx: Tx, of: { id: string; digest: string }): Promise<string | undefined> {
  const { rows } = await sql<{ sealed: string }>`select record_sealed as sealed from licensing.site_record
    where id = ${of.id} and digest = ${of.digest} and state = 'signed'`.execute(tx)
  return rows[0]?.sealed
}
