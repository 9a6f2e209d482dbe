import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { CheckPolicy } from '../rules/checks/facts.ts'
import type { KeptRun } from '../rules/checks/replay.ts'

const page = 500

/** Every run since a day, oldest first, in pages: the caller holds one page at a time. */
export async function* readRuns(tx: Tx, since: string): AsyncGenerator<KeptRun> {
  for (let last = 0; ; ) {
    const { rows } = await sql<KeptRun & { id: number }>`
      select r.id, r.application_no, r.rule_version, r.policy_version, r.facts, r.findings, r.outcome, p.policy
      from licensing.rule_run r left join licensing.check_policy p on p.version = r.policy_version
      where r.id > ${last} and r.run_at >= ${since}::date order by r.id limit ${page}`.execute(tx)
    for (const { id, ...run } of rows) {
      last = id
      yield run
    }
    if (rows.length < page) return
  }
}

/** The values of one version, if any run was ever made under it. */
export async function findCheckPolicy(tx: Tx, version: string): Promise<CheckPolicy | undefined> {
  const { rows } = await sql<{ policy: CheckPolicy }>`
    select policy from licensing.check_policy where version = ${version}`.execute(tx)
  return rows[0]?.policy
}
