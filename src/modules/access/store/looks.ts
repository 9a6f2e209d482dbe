import { sql } from 'kysely'
import type { StaffRole } from '#kernel/actor'
import type { Tx } from '#platform/database'

export interface LookRow {
  readonly at: string
  readonly action: string
  readonly subject: string
  readonly roles: readonly StaffRole[]
  readonly agency: string | null
}

/**
 * The looks of staff and of partner agencies at some numbers, newest first, as the audit ledger has them: opening a file or a
 * shop's page is itself a line of it. One line a person, thing and hour: reading a page twice is one look.
 */
export async function listLookRows(
  tx: Tx,
  subjects: readonly string[],
  since: Temporal.Instant,
): Promise<readonly LookRow[]> {
  const { rows } = await sql<LookRow>`
    select max(e.at) as at, e.action, e.subject, coalesce(s.roles, '{}') as roles, a.name as agency
    from platform.audit_entry e left join access.staff s on e.actor = 'staff:' || s.id
      left join partners.published_agency a on e.actor ~ '^partner:' and a.id::text = split_part(split_part(e.actor, ':', 2), '/', 1)
    where e.action ~ '^[a-z]+\\.read([A-Z]|$)' and e.subject = any(${[...subjects]}) and e.outcome = 'allowed'
      and e.at > ${`${since}`} and (s.id is not null or a.id is not null)
    group by e.action, e.subject, s.id, s.roles, a.id, a.name, date_trunc('hour', e.at)
    order by 1 desc limit 200`.execute(tx)
  return rows
}
