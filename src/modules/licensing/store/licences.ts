import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import { openStates } from '../rules/application/moves.ts'
import type { HoldKind } from '../rules/checks/facts.ts'
import type { LicenceState } from '../rules/licence/moves.ts'
import type { LicenceFace } from '../rules/licence-face.ts'
import type { LicenceParts } from '../rules/services/grant.ts'

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
  /** 终止前的状态: kept by the database while the licence has ended. */
  readonly endedFrom: LicenceState | null
  readonly suspendedFrom: string | null
  readonly suspendedTo: string | null
  readonly validFrom: string
  readonly validTo: string
  readonly version: number
}

/** What else is on file about a licence: asked after the lock, so that it is the latest. */
export interface Circumstances {
  /** Open applications by service. */
  readonly openApplications: Readonly<Record<string, string>>
  /** Services whose automatic grants are stopped now; `all` stops every one. */
  readonly automaticStops: readonly string[]
  readonly holds: readonly HoldKind[]
  readonly siteCheckedOn: string | null
}

export const licenceColumns = sql`l.licence_no, l.area_code, l.operator_index, l.shop_name, l.operator_name, l.address, l.subject_kind,
  l.scope, l.licensed_on, l.state, l.ended_by, l.ended_from, l.suspended_from, l.suspended_to, l.valid_from, l.valid_to, l.version`

export const openStatesSql = sql.raw(`array[${openStates.map(state => `'${state}'`).join(',')}]`)

export const circumstancesSql = sql`
  coalesce((select jsonb_object_agg(a.service, a.application_no) from licensing.application a where a.licence_no = l.licence_no
    and a.state = any(${openStatesSql})), '{}') as open_applications,
  array(select distinct coalesce(s.service, 'all') from licensing.automatic_stop s where s.ended_at is null) as automatic_stops,
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

/** The licence after a grant, with the face of its new version where it has one. */
export interface GrantedLicence {
  readonly licenceNo: string
  /** The version before. */
  readonly version: number
  readonly licence: LicenceParts
  readonly newVersion: {
    readonly face: LicenceFace
    readonly reason: 'renewal' | 'deemedRenewal' | 'change' | 'reissue' | 'issue'
    readonly token: string
  } | null
}

/** The statements of a grant as parts of a larger one; `applicationNo` may be a column. */
export const grantParts = (
  { licenceNo, version, licence, newVersion }: GrantedLicence,
  applicationNo: ReturnType<typeof sql>,
  issuedAt: string,
) => ({
  licence: sql`update licensing.licence set state = ${licence.state}, shop_name = ${licence.shopName},
    operator_name = ${licence.operatorName}, operator_index = ${licence.operatorIndex}, address = ${licence.address},
    scope = ${[...licence.scope]}::text[], valid_from = ${licence.validFrom}, valid_to = ${licence.validTo},
    suspended_from = ${licence.suspendedFrom}, suspended_to = ${licence.suspendedTo}, ended_by = ${licence.endedBy},
    version = ${newVersion ? newVersion.face.version : version}, changed_at = ${issuedAt}
    where licence_no = ${licenceNo} and version = ${version}`,
  version: newVersion
    ? sql`insert into licensing.licence_version (licence_no, version, face, valid_from, valid_to, reason, application_no, token, issued_at)
    select ${licenceNo}, ${newVersion.face.version}::int, ${JSON.stringify(newVersion.face)}::jsonb, ${newVersion.face.validFrom}::date,
      ${newVersion.face.validTo}::date, ${newVersion.reason}, ${applicationNo}, ${newVersion.token}, ${issuedAt}::timestamptz`
    : undefined,
})

/** The granted licence and its version, where the application already stands. */
export async function saveGrant(
  tx: Tx,
  granted: GrantedLicence,
  file: { applicationNo: string; at: string },
): Promise<void> {
  const parts = grantParts(granted, sql`${file.applicationNo}`, file.at)
  await (parts.version ? sql`with licence as (${parts.licence}) ${parts.version}` : parts.licence).execute(tx)
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
