import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { Finding } from '../contract.ts'

export interface TimelineLine {
  readonly at: string
  readonly event: string
  readonly by: string
  readonly note: string | null
}

export interface RunOnFile {
  readonly runAt: string
  readonly ruleVersion: string
  readonly policyVersion: string
  readonly factsDigest: string
  readonly findings: Finding[]
}

export interface FilePrivate {
  readonly sessionId: string
  readonly phoneSealed: string | null
}

/** History, last run and the sealed parts of one file, in one round trip. */
export async function getFileParts(
  tx: Tx,
  applicationNo: string,
): Promise<{ timeline: TimelineLine[]; run: RunOnFile | null; sealed: FilePrivate }> {
  const { rows } = await sql<{
    timeline: TimelineLine[] | null
    run: RunOnFile | null
    sessionId: string
    phoneSealed: string | null
  }>`
    select a.session_id, a.phone_sealed,
      (select jsonb_agg(jsonb_build_object('at', e.at, 'event', e.event, 'by', e.by, 'note', e.note) order by e.id)
        from licensing.application_event e where e.application_no = a.application_no) as timeline,
      (select jsonb_build_object('runAt', r.run_at, 'ruleVersion', r.rule_version, 'policyVersion', r.policy_version,
        'factsDigest', r.facts_digest, 'findings', r.findings) from licensing.rule_run r
        where r.application_no = a.application_no order by r.id desc limit 1) as run
    from licensing.application a where a.application_no = ${applicationNo}`.execute(tx)
  const [row] = rows
  if (!row) throw new Error('the file is gone')
  const { sessionId, phoneSealed } = row
  return { timeline: row.timeline ?? [], run: row.run, sealed: { sessionId, phoneSealed } }
}

/** Names of members of staff by id, for the timeline. */
export async function namesOfStaff(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; name: string }>`
    select id::text, name from access.published_staff where id::text = any(${[...ids]})`.execute(tx)
  return new Map(rows.map(row => [row.id, row.name]))
}
