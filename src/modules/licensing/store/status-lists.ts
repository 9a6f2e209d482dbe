import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { LicenceState } from '../rules/licence/moves.ts'
import { openStatesSql } from './licences.ts'

/** One licence as the status list sees it. */
export interface ListedLicence {
  readonly licenceNo: string
  readonly state: LicenceState
  readonly validTo: string
  readonly suspendedFrom: string | null
  readonly suspendedTo: string | null
  readonly renewalOpen: boolean
  /** The oldest version whose paper still counts: a change or a reissue voids what came before, a renewal once its term runs. */
  readonly oldestVersion: number
  readonly voidCopies: readonly number[]
}

export async function listForStatusList(tx: Tx, areaCode: string, today: string): Promise<ListedLicence[]> {
  const { rows } = await sql<ListedLicence>`
    select l.licence_no, l.state, l.valid_to, l.suspended_from, l.suspended_to,
      exists (select from licensing.application a where a.licence_no = l.licence_no and a.service = 'renewal' and a.timely
        and a.state = any(${openStatesSql})) as renewal_open,
      coalesce((select max(v.version) from licensing.licence_version v where v.licence_no = l.licence_no
        and (v.reason in ('change', 'reissue') or v.valid_from <= ${today}::date)), 1) as oldest_version,
      array(select p.copy_no from licensing.print p where p.licence_no = l.licence_no and p.state = 'failed'
        order by p.copy_no) as void_copies
    from licensing.licence l where left(l.licence_no, 6) = ${areaCode} order by l.licence_no`.execute(tx)
  return rows
}

export interface StoredStatusList {
  readonly number: number
  readonly issuedAt: string
  readonly goodUntil: string
  readonly text: string
}

/** The newest list; undefined before the first was signed. */
export async function findStatusList(tx: Tx): Promise<StoredStatusList | undefined> {
  const { rows } = await sql<StoredStatusList>`
    select number, issued_at, good_until, text from licensing.status_list where text is not null
    order by number desc limit 1`.execute(tx)
  return rows[0]
}

/** The next number; two that sign at once wait for each other, so that the newer list has the larger number. */
export async function takeListNumber(tx: Tx): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended('licensing.status_list', 7312))`.execute(tx)
  const { rows } = await sql<{ number: number }>`
    select coalesce(max(number), 0) + 1 as number from licensing.status_list`.execute(tx)
  const [row] = rows
  if (!row) throw new Error('the number of the list was not given')
  return row.number
}

export async function saveStatusList(
  tx: Tx,
  list: StoredStatusList & { readonly entries: number; readonly digest: string },
): Promise<void> {
  await sql`insert into licensing.status_list (number, issued_at, good_until, entries, digest, text)
    values (${list.number}, ${list.issuedAt}, ${list.goodUntil}, ${list.entries}, ${list.digest}, ${list.text})`.execute(
    tx,
  )
  await sql`update licensing.status_list set text = null where number < ${list.number} and text is not null`.execute(tx)
}
