import { sql } from 'kysely'
import type { StaffRole } from '#kernel/actor'
import type { Tx } from '#platform/database'

export interface LookRow {
  readonly at: string
  readonly action: string
  readonly subject: string
  readonly roles: readonly StaffRole[]
}

/**
 * The looks of staff at some numbers of the register, newest first, as the audit ledger has them: opening a file or a shop's
 * page is itself a line of it. One line a person, thing and hour: reading a page twice is one look.
 */
export async function listLookRows(
  tx: Tx,
  subjects: readonly string[],
  since: Temporal.Instant,
): Promise<readonly LookRow[]> {
  const { rows } = await sql<LookRow>`
    select max(e.at) as at, e.action, e.subject, s.roles
    from platform.audit_entry e join access.staff s on e.actor = 'staff:' || s.id
    where e.action ~ '^[a-z]+\\.read[A-Z]' and e.subject = any(${[...subjects]}) and e.outcome = 'allowed'
      and e.at > ${`${since}`}
    group by e.action, e.subject, s.id, s.roles, date_trunc('hour', e.at)
    order by 1 desc limit 200`.execute(tx)
  return rows
}
