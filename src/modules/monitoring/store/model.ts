import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { CountyReport } from '../model/county-report.ts'
import type { Drift, Shares } from '../model/drift.ts'
import type { GroupRate } from '../model/fairness.ts'
import type { OutcomeDrift } from '../model/outcome-drift.ts'
import type { StoredModel } from '../model/stored.ts'
import type { ModelMove, MoveMade } from '../rules/model-moves.ts'
import type { ShopScore } from '../watch/judge.ts'

export interface NewVersion {
  readonly at: string
  readonly by: string
  readonly asOf: string
  readonly hash: string
  readonly policy: string
  readonly model: StoredModel
  readonly report: CountyReport
  readonly shares: Shares
}

/** The number of the new version; undefined when the same lessons under the same policy were learned before. */
export async function saveVersion(tx: Tx, version: NewVersion): Promise<number | undefined> {
  const { report } = version
  const { rows } = await sql<{ no: number }>`insert into monitoring.model_version
      (learned_at, asked_by, lessons_hash, policy_version, as_of, lessons_from, lessons_to, visits, outcomes, model, report, shares)
    values (${version.at}, ${version.by}, ${version.hash}, ${version.policy}, ${version.asOf}, ${report.from}, ${report.to},
      ${report.visits}, ${report.outcomes}, ${JSON.stringify(version.model)}::jsonb, ${JSON.stringify(report)}::jsonb,
      ${JSON.stringify(version.shares)}::jsonb)
    on conflict (lessons_hash, policy_version) do nothing returning no`.execute(tx)
  return rows[0]?.no
}

export interface VersionParts {
  readonly no: number
  readonly model: StoredModel
  readonly report: CountyReport
  readonly shares: Shares
}

export async function findVersion(tx: Tx, no: number): Promise<VersionParts | undefined> {
  const { rows } = await sql<VersionParts>`
    select no, model, report, shares from monitoring.model_version where no = ${no}`.execute(tx)
  return rows[0]
}

export async function listMoves(tx: Tx): Promise<(MoveMade & { readonly why: string; readonly at: string })[]> {
  const { rows } = await sql<MoveMade & { why: string; at: string }>`
    select version, move, made_by as by, why, made_at as at from monitoring.model_move order by id`.execute(tx)
  return rows
}

/** One after another: two people may press at once. */
export async function lockMoves(tx: Tx): Promise<MoveMade[]> {
  await sql`select pg_advisory_xact_lock(hashtext('monitoring.model_move'))`.execute(tx)
  return listMoves(tx)
}

export async function saveMove(
  tx: Tx,
  { version, move, why, by, at }: { version: number; move: ModelMove; why: string; by: string; at: string },
): Promise<void> {
  await sql`insert into monitoring.model_move (version, move, why, made_by, made_at) values (${version}, ${move}, ${why}, ${by}, ${at})`.execute(
    tx,
  )
}

export interface ModelDay {
  readonly day: string
  readonly at: string
  readonly version: number | null
  readonly stopped: 'unfair' | 'outdated' | null
  readonly drift: readonly Drift[]
  /** If the first of the order were visited. */
  readonly rates: readonly GroupRate[]
  /** Of the visits that were made in the year before. */
  readonly visited: readonly GroupRate[]
}

export async function saveDay(tx: Tx, { day, at, version, stopped, drift, rates, visited }: ModelDay): Promise<void> {
  await sql`insert into monitoring.model_day (day, at, version, stopped, drift, rates, visited)
    values (${day}, ${at}, ${version}, ${stopped}, ${JSON.stringify(drift)}::jsonb, ${JSON.stringify(rates)}::jsonb,
      ${JSON.stringify(visited)}::jsonb)
    on conflict (day) do update set at = excluded.at, version = excluded.version, stopped = excluded.stopped,
      drift = excluded.drift, rates = excluded.rates, visited = excluded.visited`.execute(tx)
}

/** The scores of the day take the place of those before; a shop that is no longer watched has none. */
export async function saveScores(
  tx: Tx,
  scores: readonly ShopScore[],
  { day, version }: Pick<ModelDay, 'day' | 'version'>,
): Promise<void> {
  await sql`delete from monitoring.shop_score`.execute(tx)
  await sql`insert into monitoring.shop_score (licence_no, area_code, day, score, rank, reasons, version)
    select s->>'licenceNo', coalesce(s->>'areaCode', left(s->>'licenceNo', 6)), ${day}, (s->>'score')::float8, (s->>'rank')::int,
      array(select jsonb_array_elements_text(s->'reasons')), ${version}
    from jsonb_array_elements(${JSON.stringify(scores)}::jsonb) s`.execute(tx)
}

export async function noteLearning(tx: Tx, by: string, at: string): Promise<void> {
  await sql`insert into monitoring.learning (asked_by, asked_at) values (${by}, ${at})
    on conflict (one) do update set asked_by = excluded.asked_by, asked_at = excluded.asked_at, ended_at = null, outcome = null`.execute(
    tx,
  )
}

export async function endLearning(
  tx: Tx,
  {
    outcome,
    visits,
    outcomes,
    at,
    sinceRelease,
  }: {
    outcome: 'stored' | 'same' | 'tooLittle'
    visits: number
    outcomes: number
    at: string
    sinceRelease: OutcomeDrift | undefined
  },
): Promise<void> {
  await sql`update monitoring.learning set ended_at = ${at}, outcome = ${outcome}, visits = ${visits}, outcomes = ${outcomes},
    since_release = ${sinceRelease === undefined ? null : JSON.stringify(sinceRelease)}::jsonb`.execute(tx)
}
