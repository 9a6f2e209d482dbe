import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import { type Circumstances, circumstancesSql, type LicenceRow, licenceColumns } from '../store/licences.ts'

export interface LicenceWithCircumstances extends LicenceRow, Circumstances {}

/** All licences of one person, live ones first, the soonest to end first. */
export async function listLicencesOfPerson(tx: Tx, personIndex: string): Promise<LicenceWithCircumstances[]> {
  const { rows } = await sql<LicenceWithCircumstances>`
    select ${licenceColumns}, ${circumstancesSql} from licensing.licence l where l.operator_index = ${personIndex}
    order by l.state = 'cancelled', l.valid_to, l.licence_no`.execute(tx)
  return rows
}

/** One licence as the reader may see it. */
export async function findLicence(tx: Tx, licenceNo: string): Promise<LicenceWithCircumstances | undefined> {
  const { rows } = await sql<LicenceWithCircumstances>`
    select ${licenceColumns}, ${circumstancesSql} from licensing.licence l where l.licence_no = ${licenceNo}`.execute(
    tx,
  )
  return rows[0]
}
