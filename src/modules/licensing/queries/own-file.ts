import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { ServiceCode } from '../rules/services/service.ts'

export interface OwnFile {
  readonly personIndex: string
  readonly service: ServiceCode
  readonly outcome: 'grant' | 'person'
  readonly licenceNo: string
  /** The version of the licence that stands now. */
  readonly version: number
  readonly areaCode: string
}

/** An application on a licence as its paper at the terminal needs it. 新办 has no licence yet and no terminal takes it. */
export async function findOwnFile(tx: Tx, applicationNo: string): Promise<OwnFile | undefined> {
  const { rows } = await sql<OwnFile>`
    select a.person_index, a.service, a.outcome, a.licence_no, l.version, a.area_code
    from licensing.application a join licensing.licence l on l.licence_no = a.licence_no
    where a.application_no = ${applicationNo}`.execute(tx)
  return rows[0]
}
