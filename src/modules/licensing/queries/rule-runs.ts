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

const trialPage = 200

/** The last runs, one an application: how many there are, and the first of them. */
export async function runSpan(tx: Tx, count: number): Promise<{ readonly total: number; readonly first: number }> {
  const { rows } = await sql<{ total: number; first: number | null }>`
    select count(*)::int as total, min(id) as first from (select id from licensing.rule_run order by id desc limit ${count}) last`.execute(
    tx,
  )
  return { total: rows[0]?.total ?? 0, first: rows[0]?.first ?? 0 }
}

/** Runs from a number on, oldest first; `next` is where the following page begins, null at the end. */
export async function readRunPage(
  tx: Tx,
  from: number,
): Promise<{ readonly runs: readonly Pick<KeptRun, 'applicationNo' | 'facts'>[]; readonly next: number | null }> {
  const { rows } = await sql<{ id: number; applicationNo: string; facts: KeptRun['facts'] }>`
    select id, application_no, facts from licensing.rule_run where id >= ${from} order by id limit ${trialPage}`.execute(
    tx,
  )
  const last = rows.at(-1)
  return { runs: rows, next: last && rows.length === trialPage ? last.id + 1 : null }
}
