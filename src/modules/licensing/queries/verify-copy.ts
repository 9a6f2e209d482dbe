import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import { electronicCopy } from '../elicence/sign-face.ts'

/** Whether this version was ever issued, and whether a sheet with this copy number was ever given out of it. */
export async function findCopy(
  tx: Tx,
  asked: { licenceNo: string; version: number; copyNo: number },
): Promise<{ readonly issued: boolean; readonly known: boolean }> {
  const { rows } = await sql<{ issued: boolean; known: boolean }>`
    select
      exists (select from licensing.licence_version
        where licence_no = ${asked.licenceNo} and version = ${asked.version}) as issued,
      exists (select from licensing.print where licence_no = ${asked.licenceNo} and licence_version = ${asked.version}
        and copy_no = ${asked.copyNo} and face <> 'receipt') as known`.execute(tx)
  const [row] = rows
  const issued = row?.issued ?? false
  return { issued, known: (issued && asked.copyNo === electronicCopy) || (row?.known ?? false) }
}
