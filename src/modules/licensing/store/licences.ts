import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import { openStates } from '../rules/application/moves.ts'
import type { LicenceState } from '../rules/licence/moves.ts'
import type { LicenceFace } from '../rules/licence-face.ts'
import type { HoldKind } from '../rules/renewal/facts.ts'

/** A licence (许可证) as stored; days are ISO texts. */
export interface LicenceRow {
  readonly licenceNo: string
  readonly areaCode: string
  readonly operatorIndex: string
  readonly shopName: string
  readonly operatorName: string
  readonly address: string
  readonly subjectKind: string
  readonly scope: readonly string[]
  readonly licensedOn: string
  readonly state: LicenceState
  readonly endedBy: string | null
  readonly suspendedFrom: string | null
  readonly suspendedTo: string | null
  readonly validFrom: string
  readonly validTo: string
  readonly version: number
}

/** What else is on file about a licence: asked after the lock, so that it is the latest. */
export interface Circumstances {
  readonly openApplicationNo: string | null
  readonly holds: readonly HoldKind[]
  readonly siteCheckedOn: string | null
}

export const licenceColumns = sql`l.licence_no, l.area_code, l.operator_index, l.shop_name, l.operator_name, l.address, l.subject_kind,
  l.scope, l.licensed_on, l.state, l.ended_by, l.suspended_from, l.suspended_to, l.valid_from, l.valid_to, l.version`

export const openStatesSql = sql.raw(`array[${openStates.map(state => `'${state}'`).join(',')}]`)

export const circumstancesSql = sql`
  (select a.application_no from licensing.application a where a.licence_no = l.licence_no and a.service = 'renewal'
    and a.state = any(${openStatesSql}) limit 1) as open_application_no,
  coalesce((select array_agg(distinct h.kind order by h.kind) from licensing.hold h
    where h.licence_no = l.licence_no and h.ended_on is null), '{}') as holds,
  (select max(c.checked_on) from licensing.site_check c where c.licence_no = l.licence_no) as site_checked_on`

/** The licence, locked until the end of the transaction; undefined outside the caller's scope. */
export async function lockLicence(tx: Tx, licenceNo: string): Promise<LicenceRow | undefined> {
  const { rows } = await sql<LicenceRow>`
    select ${licenceColumns} from licensing.licence l where l.licence_no = ${licenceNo} for update`.execute(tx)
  return rows[0]
}

/** A statement of its own: in the locking statement it would still see the files of before the wait for the lock. */
export async function getCircumstances(tx: Tx, licenceNo: string): Promise<Circumstances> {
  const { rows } = await sql<Circumstances>`
    select ${circumstancesSql} from licensing.licence l where l.licence_no = ${licenceNo}`.execute(tx)
  const [row] = rows
  if (!row) throw new Error('the locked licence is gone')
  return row
}

/** What a renewal changes on the licence, with the face of its new version. */
export interface RenewedLicence {
  readonly state: LicenceState
  readonly face: LicenceFace
  readonly reason: 'renewal' | 'deemedRenewal'
  readonly token: string
}

/** The two statements of a renewal as parts of a larger one; `applicationNo` may be a column. */
export const renewalParts = (renewed: RenewedLicence, applicationNo: ReturnType<typeof sql>, issuedAt: string) => ({
  licence: sql`update licensing.licence set state = ${renewed.state}, valid_from = ${renewed.face.validFrom},
    valid_to = ${renewed.face.validTo}, version = ${renewed.face.version}, changed_at = ${issuedAt}
    where licence_no = ${renewed.face.licenceNo} and version = ${renewed.face.version - 1}`,
  version: sql`insert into licensing.licence_version (licence_no, version, face, valid_from, valid_to, reason, application_no, token, issued_at)
    select ${renewed.face.licenceNo}, ${renewed.face.version}::int, ${JSON.stringify(renewed.face)}::jsonb, ${renewed.face.validFrom}::date,
      ${renewed.face.validTo}::date, ${renewed.reason}, ${applicationNo}, ${renewed.token}, ${issuedAt}::timestamptz`,
})

/** The renewed licence and its version, where the application already stands. */
export async function saveRenewal(
  tx: Tx,
  renewed: RenewedLicence,
  file: { applicationNo: string; at: string },
): Promise<void> {
  const parts = renewalParts(renewed, sql`${file.applicationNo}`, file.at)
  await sql`with licence as (${parts.licence}) ${parts.version}`.execute(tx)
}

/** Moves a licence to another state; true when it was still in the state it was read in. */
export async function saveLicenceState(
  tx: Tx,
  licenceNo: string,
  move: { from: LicenceState; to: LicenceState },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update licensing.licence set state = ${move.to}, changed_at = now()
    where licence_no = ${licenceNo} and state = ${move.from}`.execute(tx)
  return Number(numAffectedRows ?? 0) === 1
}
