import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import { openStates } from '../rules/application/moves.ts'
import type { LicenceState } from '../rules/licence/moves.ts'
import type { LicenceFace } from '../rules/licence-face.ts'

/** A licence as printing and verifying need it: its current version and what changes its state by the clock. */
export interface CurrentLicence {
  readonly licenceNo: string
  readonly areaCode: string
  readonly operatorIndex: string
  readonly state: LicenceState
  /** ISO day. */
  readonly validTo: string
  readonly validFrom: string
  readonly version: number
  readonly shopName: string
  readonly operatorName: string
  readonly address: string
  /** `null`: a licence that had ended before this system began. */
  readonly face: LicenceFace | null
  /** The application this version came from. */
  readonly applicationNo: string | null
  /** A timely renewal is undecided. */
  readonly renewalOpen: boolean
  readonly suspendedFrom: string | null
  readonly suspendedTo: string | null
}

/** `undefined` where the licence does not exist or is out of the reader's scope. */
export async function findCurrentLicence(tx: Tx, licenceNo: string): Promise<CurrentLicence | undefined> {
  const { rows } = await sql<CurrentLicence>`
    select l.licence_no, l.area_code, l.operator_index, l.state, l.valid_from, l.valid_to, l.version, l.shop_name,
      l.operator_name, l.address, l.suspended_from, l.suspended_to, v.face, v.application_no,
      exists (select from licensing.application a where a.licence_no = l.licence_no and a.service = 'renewal' and a.timely
        and a.state = any(${openStates})) as renewal_open
    from licensing.licence l left join licensing.licence_version v on v.licence_no = l.licence_no and v.version = l.version
    where l.licence_no = ${licenceNo}`.execute(tx)
  return rows[0]
}
