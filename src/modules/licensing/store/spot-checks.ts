import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { Chosen } from '../rules/spot-check/draw.ts'

export interface SpotCheckRow {
  readonly id: number
  readonly kind: 'grant' | 'dossier'
  readonly applicationNo: string
  readonly state: 'open' | 'done' | 'correcting' | 'deciding'
  readonly result: string | null
  readonly reason: string
  readonly reviewer: string | null
}

export interface DrawRecord {
  readonly kind: 'grant' | 'dossier'
  readonly period: string
  readonly service: string
  readonly salt: string
  readonly share: number
  readonly minimum: number
  readonly population: readonly string[]
  readonly policyVersion: string
  readonly at: string
}

/** False when this period was drawn already: a salt is never thrown twice. */
export async function saveDraw(tx: Tx, draw: DrawRecord, chosen: readonly Chosen[]): Promise<boolean> {
  const { rows } = await sql<{ id: number }>`
    insert into licensing.draw (kind, period, service, salt, share, minimum, population, policy_version, drawn_at)
    values (${draw.kind}, ${draw.period}, ${draw.service}, ${draw.salt}, ${draw.share}, ${draw.minimum}, ${[...draw.population]},
      ${draw.policyVersion}, ${draw.at}::timestamptz) on conflict do nothing returning id`.execute(tx)
  const [row] = rows
  if (!row) return false
  await sql`insert into licensing.spot_check (draw_id, kind, application_no, area_code, score, because)
    select ${row.id}, ${draw.kind}, a.application_no, a.area_code, c->>'score', c->>'because'
    from jsonb_array_elements(${JSON.stringify(chosen)}::jsonb) c
    join licensing.application a on a.application_no = c->>'applicationNo' on conflict do nothing`.execute(tx)
  return true
}

export async function lockSpotCheck(tx: Tx, id: number): Promise<SpotCheckRow | undefined> {
  const { rows } = await sql<SpotCheckRow>`
    select id, kind, application_no, state, result, reason, reviewer from licensing.spot_check where id = ${id} for update`.execute(
    tx,
  )
  return rows[0]
}

/** Whether this person had a hand in the file: took a step of it, or helped the applicant. */
export async function hasHandled(tx: Tx, applicationNo: string, by: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from licensing.application a where a.application_no = ${applicationNo} and ('staff:' || a.helper_id = ${by}
      or exists (select from licensing.application_event e where e.application_no = a.application_no and e.by = ${by}))`.execute(
    tx,
  )
  return rows.length > 0
}

export async function saveReview(
  tx: Tx,
  id: number,
  r: {
    readonly state: 'done' | 'correcting' | 'deciding'
    readonly result: string
    readonly reason: string
    readonly rule: string | null
    readonly checklist: Readonly<Record<string, string>>
    readonly correctBy: string | null
    readonly by: string
    readonly at: string
  },
): Promise<void> {
  await sql`update licensing.spot_check set state = ${r.state}, result = ${r.result}, reason = ${r.reason}, rule = ${r.rule},
    checklist = ${JSON.stringify(r.checklist)}::jsonb, correct_by = ${r.correctBy}::date, reviewer = ${r.by},
    reviewed_at = ${r.at}::timestamptz where id = ${id}`.execute(tx)
}

export async function saveOutcome(
  tx: Tx,
  id: number,
  o: {
    readonly outcome: 'corrected' | 'keep' | 'proceed'
    readonly words: string
    readonly by: string
    readonly at: string
  },
): Promise<void> {
  await sql`update licensing.spot_check set state = 'done', outcome = ${o.outcome}, outcome_words = ${o.words},
    outcome_by = ${o.by}, outcome_at = ${o.at}::timestamptz where id = ${id}`.execute(tx)
}
