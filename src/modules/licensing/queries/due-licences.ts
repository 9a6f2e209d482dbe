import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import { openStatesSql } from '../store/licences.ts'

/** Running licences that end within the days asked for, without an open renewal. */
export async function listDueLicences(
  tx: Tx,
  from: string,
  to: string,
): Promise<readonly { readonly licenceNo: string; readonly validTo: string }[]> {
  const { rows } = await sql<{ licenceNo: string; validTo: string }>`
    select l.licence_no, l.valid_to from licensing.licence l
    where l.state in ('valid', 'suspended') and l.valid_to between ${from}::date and ${to}::date
      and not exists (select from licensing.application a where a.licence_no = l.licence_no and a.service = 'renewal'
        and a.state = any(${openStatesSql})) order by l.valid_to`.execute(tx)
  return rows
}
