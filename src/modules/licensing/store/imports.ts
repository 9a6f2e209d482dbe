import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { HoldKind } from '../rules/checks/facts.ts'
import type { LicenceFace } from '../rules/licence-face.ts'

/** A licence as an import brings it, with the face of its first version where it is live. */
export interface ImportedLicence {
  readonly licenceNo: string
  readonly areaCode: string
  readonly operatorIndex: string
  readonly shopName: string
  readonly operatorName: string
  readonly address: string
  readonly subjectKind: string
  readonly scope: readonly string[]
  readonly licensedOn: string
  readonly state: string
  readonly validFrom: string
  readonly validTo: string
  readonly face: LicenceFace | null
}

const piece = 2000

/**
 * Licences that are not there yet, with their first version. One that is there is left alone: from its first import on
 * the licence changes only by decisions here. The signed text is added when it is first needed, because most licences
 * are never printed and 3,000 signatures would take seconds. Returns how many are new.
 */
export async function importRows(tx: Tx, rows: readonly ImportedLicence[], issuedAt: string): Promise<number> {
  let added = 0
  for (let at = 0; at < rows.length; at += piece) added += await importPiece(tx, rows.slice(at, at + piece), issuedAt)
  return added
}

async function importPiece(tx: Tx, rows: readonly ImportedLicence[], issuedAt: string): Promise<number> {
  const given = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r("licenceNo" text, "areaCode" text, "operatorIndex" text,
    "shopName" text, "operatorName" text, address text, "subjectKind" text, scope text[], "licensedOn" date, state text,
    "validFrom" date, "validTo" date, face jsonb)`
  const added = await sql<{ licenceNo: string }>`
    insert into licensing.licence (licence_no, area_code, operator_index, shop_name, operator_name, address, subject_kind, scope,
      licensed_on, state, valid_from, valid_to)
    select "licenceNo", "areaCode", "operatorIndex", "shopName", "operatorName", address, "subjectKind", scope, "licensedOn", state,
      "validFrom", "validTo" from ${given}
    on conflict (licence_no) do nothing returning licence_no`.execute(tx)
  const fresh = added.rows.map(row => row.licenceNo)
  await sql`
    insert into licensing.licence_version (licence_no, version, face, valid_from, valid_to, reason, issued_at)
    select "licenceNo", 1, face, "validFrom", "validTo", 'import', ${issuedAt}::timestamptz
    from ${given} where "licenceNo" = any(${fresh}) and face is not null and face <> 'null'`.execute(tx)
  return fresh.length
}

export interface SiteCheck {
  readonly licenceNo: string
  readonly checkedOn: string
  /** At least two (行政许可法 34). */
  readonly verifiers: readonly string[]
  readonly note?: string
}

export async function saveSiteChecks(tx: Tx, checks: readonly SiteCheck[]): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into licensing.site_check (licence_no, checked_on, verifiers, note)
    select "licenceNo", "checkedOn", verifiers, coalesce(note, '')
    from jsonb_to_recordset(${JSON.stringify(checks)}::jsonb) as r("licenceNo" text, "checkedOn" date, verifiers text[], note text)
    on conflict do nothing`.execute(tx)
  return Number(numAffectedRows ?? 0)
}

export interface Hold {
  readonly licenceNo: string
  readonly kind: HoldKind
  /** Number of the case or order in the domain that reports it. */
  readonly source: string
  readonly since: string
}

export async function saveHolds(tx: Tx, holds: readonly Hold[]): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into licensing.hold (licence_no, kind, source, since)
    select "licenceNo", kind, source, since
    from jsonb_to_recordset(${JSON.stringify(holds)}::jsonb) as r("licenceNo" text, kind text, source text, since date)
    on conflict do nothing`.execute(tx)
  return Number(numAffectedRows ?? 0)
}

export async function endHold(tx: Tx, hold: Pick<Hold, 'licenceNo' | 'kind' | 'source'>, on: string): Promise<void> {
  await sql`update licensing.hold set ended_on = ${on}
    where licence_no = ${hold.licenceNo} and kind = ${hold.kind} and source = ${hold.source} and ended_on is null`.execute(
    tx,
  )
}

/** The term of a suspension that was granted before this system began. */
export async function saveSuspensions(
  tx: Tx,
  suspensions: readonly { readonly licenceNo: string; readonly from: string; readonly to: string }[],
): Promise<void> {
  await sql`update licensing.licence l set suspended_from = r."from", suspended_to = r."to"
    from jsonb_to_recordset(${JSON.stringify(suspensions)}::jsonb) as r("licenceNo" text, "from" date, "to" date)
    where l.licence_no = r."licenceNo" and l.state = 'suspended' and l.suspended_from is null`.execute(tx)
}
