import { type Engine, quoted } from '../lake/engine.ts'
import type { TransportPolicy } from './policy.ts'
import type { Reason } from './reasons.ts'

/** What a model is asked: the tables of an opened lake, a day, the numbers of the bureau. */
export interface ModelAsk {
  readonly engine: Engine
  /** Everything up to the end of this day (in China) is known, nothing after it. */
  readonly asOf: string
  readonly policy: TransportPolicy
}

/** One subject with its place in the order of suspicion. */
export interface ScoreRow {
  readonly subject: string
  readonly score: number
  readonly rank: number
  readonly reasons: readonly string[]
  /** By reason: what a person can check (parcels, weights, places, times). */
  readonly evidence: Readonly<Record<string, unknown>>
}

export interface Scored {
  /** A table `subject, score, rank, reasons, evidence` in the engine: millions of rows never pass through JavaScript. */
  readonly table: string
  readonly subjects: number
  readonly suspicious: number
  /** Files that a model would have liked to ask and that are empty or absent. */
  readonly missing: readonly string[]
}

/** One reason found: how strong, between 0 and 1. */
export interface Signal {
  readonly code: string
  readonly strength: number
}

/**
 * The score of one subject: the chance that at least one reason is true, each taken by itself. More evidence never lowers it;
 * supporting reasons count only beside another. `combine` below says the same in SQL, and a test holds them together.
 */
export function scoreOf(
  signals: readonly Signal[],
  reasons: readonly Reason[],
  weightOf: (key: string) => number,
): number {
  const best = new Map<string, number>()
  for (const { code, strength } of signals) best.set(code, Math.max(best.get(code) ?? 0, strength))
  const used = reasons.filter(({ code }) => (best.get(code) ?? 0) > 0)
  if (!used.some(({ support }) => !support)) return 0
  const parts = used.map(({ code, weight }) => weightOf(weight) * Math.min(1, best.get(code) ?? 0))
  return rounded(1 - parts.toSorted((a, b) => b - a).reduce((rest, part) => rest * (1 - part), 1))
}

const rounded = (value: number): number => Math.round(value * 1e4) / 1e4

export async function beginSignals(engine: Engine): Promise<void> {
  await engine.run('create or replace temp table signal (subject varchar, code varchar, strength double, facts json)')
}

/**
 * The table of scores from the signals gathered. Products run over sorted lists and scores are rounded, so neither threads nor
 * the order of the input can change a digit; ties stand in the order of their names.
 */
export async function combine(
  { engine, policy }: ModelAsk,
  to: { readonly table: string; readonly subjects: string; readonly reasons: readonly Reason[] },
): Promise<{ subjects: number; suspicious: number }> {
  const weights = to.reasons.map(r => `('${r.code}', ${policy.weightOf(r.weight)}::double, ${r.support})`).join(', ')
  await engine.run(`create or replace temp table verdict as
    with best as (select subject, code, least(max(strength), 1) as strength,
        max_by(facts, (strength, facts::varchar)) as facts
      from signal where strength > 0 group by subject, code),
    weighed as (select subject, code, strength * weight as part, support, facts
      from best join (values ${weights}) w(code, weight, support) using (code))
    select subject,
      round(1 - list_reduce(list_transform(list(part order by part desc), lambda p: 1 - p), lambda a, b: a * b), 4) as score,
      string_agg(code, ';' order by part desc, code) as reasons,
      '{' || string_agg('"' || code || '":' || facts::varchar, ',' order by code) || '}' as evidence
    from weighed group by subject having bool_or(not support)`)
  await engine.run(`create or replace table ${to.table} as
    select subject, coalesce(score, 0) as score,
      row_number() over (order by coalesce(score, 0) desc, subject) as rank, coalesce(reasons, '') as reasons, evidence
    from (select distinct subject from (${to.subjects})) left join verdict using (subject)`)
  const [count] = await engine.rows<{ n: string; s: string }>(
    `select count(*) as n, count(*) filter (score > 0) as s from ${to.table}`,
  )
  return { subjects: Number(count?.n ?? 0), suspicious: Number(count?.s ?? 0) }
}

/** Writes a result file of the formats: `subjectColumn, score, rank, reasons`, best first. */
export async function writeScores(
  engine: Engine,
  from: { readonly table: string; readonly subjectColumn: string },
  path: string,
): Promise<void> {
  await engine.run(`copy (select subject as ${from.subjectColumn}, score, rank, nullif(reasons, '') as reasons from ${from.table} order by rank)
    to ${quoted(path)} (format csv, header)`)
}

/** The first of a table of scores, with their evidence: what becomes alerts. Only subjects with a reason. */
export async function topScores(engine: Engine, table: string, limit: number): Promise<ScoreRow[]> {
  const rows = await engine.rows<{ subject: string; score: number; rank: string; reasons: string; evidence: string }>(
    `select subject, score, rank, reasons, evidence from ${table} where score > 0 order by rank limit ${Math.trunc(limit)}`,
  )
  return rows.map(row => ({
    subject: row.subject,
    score: row.score,
    rank: Number(row.rank),
    reasons: row.reasons.split(';'),
    evidence: JSON.parse(row.evidence) as Record<string, unknown>,
  }))
}

/** Which of the tables hold nothing up to the day. A view that does not exist counts as empty. */
export async function emptyTables(engine: Engine, tables: readonly string[]): Promise<string[]> {
  const known = await engine.rows<{ name: string }>('select table_name as name from information_schema.tables')
  const names = new Set(known.map(({ name }) => name))
  const empty: string[] = []
  for (const table of tables) {
    const some = names.has(table) ? await engine.rows(`select 1 as one from ${table} limit 1`) : []
    if (some.length === 0) empty.push(table)
  }
  return empty
}
