import { sql } from 'kysely'
import type { Tx } from '#platform/database'

/** 联系电话 given with an application, sealed, and the area whose office answers for it. */
export async function findContact(
  tx: Tx,
  applicationNo: string,
): Promise<{ readonly areaCode: string; readonly phoneSealed: string | null } | undefined> {
  const { rows } = await sql<{ areaCode: string; phoneSealed: string | null }>`
    select area_code, phone_sealed from licensing.application where application_no = ${applicationNo}`.execute(tx)
  return rows[0]
}
