import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { LicenceFace } from '../rules/licence-face.ts'

export interface NewLicence {
  readonly licenceNo: string
  readonly areaCode: string
  readonly operatorIndex: string
  readonly shopName: string
  readonly operatorName: string
  readonly address: string
  readonly subjectKind: string
  readonly scope: readonly string[]
  readonly licensedOn: string
  readonly validFrom: string
  readonly validTo: string
}

/**
 * The next serial of a county and kind (`440785` + `1`). Begins after the highest number on record; the row stays locked
 * until the licence commits, so that no number is given twice or lost.
 */
export async function takeLicenceSerial(tx: Tx, prefix: string): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    insert into licensing.licence_serial as s (prefix, last)
    values (${prefix}, 1 + licensing.highest_serial(${prefix}))
    on conflict (prefix) do update set last = s.last + 1 returning last`.execute(tx)
  const [row] = rows
  if (!row) throw new Error('the licence number was not given')
  return row.last
}

/** Licence, first version and the number on the file: three statements, because row security lets a version in only where it sees the licence. */
export async function saveNewLicence(
  tx: Tx,
  l: NewLicence,
  issued: { face: LicenceFace; token: string; applicationNo: string; at: string },
): Promise<void> {
  await sql`insert into licensing.licence (licence_no, area_code, operator_index, shop_name, operator_name, address, subject_kind, scope,
      licensed_on, state, valid_from, valid_to)
    values (${l.licenceNo}, ${l.areaCode}, ${l.operatorIndex}, ${l.shopName}, ${l.operatorName}, ${l.address}, ${l.subjectKind},
      ${[...l.scope]}::text[], ${l.licensedOn}, 'valid', ${l.validFrom}, ${l.validTo})`.execute(tx)
  await sql`insert into licensing.licence_version (licence_no, version, face, valid_from, valid_to, reason, application_no, token, issued_at)
    values (${l.licenceNo}, 1, ${JSON.stringify(issued.face)}::jsonb, ${l.validFrom}::date, ${l.validTo}::date, 'issue',
      ${issued.applicationNo}, ${issued.token}, ${issued.at}::timestamptz)`.execute(tx)
  await sql`update licensing.application set licence_no = ${l.licenceNo} where application_no = ${issued.applicationNo}`.execute(
    tx,
  )
}

/** 实地核查 of the application, noted on the licence that came of it: at the next renewal it counts (A01). */
export async function keepSiteCheckOfNew(tx: Tx, applicationNo: string, licenceNo: string): Promise<void> {
  await sql`insert into licensing.site_check (licence_no, checked_on, verifiers, note)
    select ${licenceNo}, (e.at at time zone 'Asia/Shanghai')::date, array[e.by, e.details->>'second'], coalesce(e.note, '')
    from licensing.application_event e where e.application_no = ${applicationNo} and e.event = 'recordSiteCheck'
    order by e.id desc limit 1 on conflict do nothing`.execute(tx)
}
