import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { HotspotReport } from '../hotspots/index.ts'
import type { KnownAlert } from '../rules/raise.ts'
import type { RaisedAlert } from '../watch/judge.ts'

/** What the subject was told of before, the open alert locked. */
export async function lockKnown(
  tx: Tx,
  { subjectKind, subject }: RaisedAlert,
  now: string,
): Promise<(KnownAlert & { id: string })[]> {
  const { rows } = await sql<KnownAlert & { id: string }>`
    select id, state, reasons, score, evidence::text as evidence,
      extract(day from ${now}::timestamptz - triaged_at)::int as triaged_days_ago
    from monitoring.alert where subject_kind = ${subjectKind} and subject = ${subject} order by raised_at desc for update`.execute(
    tx,
  )
  return rows
}

interface Life {
  readonly now: string
  readonly expires: string
}

export async function insertAlert(
  tx: Tx,
  id: string,
  alert: RaisedAlert & { areaCode: string },
  { now, expires }: Life,
): Promise<void> {
  await sql`insert into monitoring.alert
      (id, kind, subject_kind, subject, area_code, score, reasons, evidence, lng, lat, raised_at, renewed_at, expires_at)
    values (${id}, ${alert.kind}, ${alert.subjectKind}, ${alert.subject}, ${alert.areaCode}, ${alert.score},
      ${[...alert.reasons]}, ${JSON.stringify(alert.evidence)}::jsonb, ${alert.position?.lng ?? null},
      ${alert.position?.lat ?? null}, ${now}, ${now}, ${expires})`.execute(tx)
}

export async function renewAlert(tx: Tx, id: string, alert: RaisedAlert, { now, expires }: Life): Promise<void> {
  await sql`update monitoring.alert set kind = ${alert.kind}, score = ${alert.score}, reasons = ${[...alert.reasons]},
    evidence = ${JSON.stringify(alert.evidence)}::jsonb, lng = ${alert.position?.lng ?? null}, lat = ${alert.position?.lat ?? null}, renewed_at = ${now}, expires_at = ${expires} where id = ${id}`.execute(
    tx,
  )
}

/** The time of an alert runs on: nothing new was said. */
export const rescoreAlert = (tx: Tx, id: string, score: number) =>
  sql`update monitoring.alert set score = ${score} where id = ${id}`.execute(tx)

/** PostgreSQL keeps jsonb in an order of its own: texts are compared as it writes them. */
export async function normalised(tx: Tx, evidence: unknown): Promise<string> {
  const { rows } = await sql<{ text: string }>`select ${JSON.stringify(evidence)}::jsonb::text as text`.execute(tx)
  return rows[0]?.text ?? ''
}

export async function expireAlerts(tx: Tx, now: string): Promise<void> {
  await sql`update monitoring.alert set state = 'expired' where state = 'open' and expires_at <= ${now}`.execute(tx)
}

export interface LockedAlert {
  readonly id: string
  readonly state: KnownAlert['state']
  readonly subjectKind: string
  readonly subject: string
  readonly areaCode: string
  readonly reasons: string[]
}

export async function lockAlert(tx: Tx, id: string): Promise<LockedAlert | undefined> {
  const { rows } = await sql<LockedAlert>`
    select id, state, subject_kind, subject, area_code, reasons from monitoring.alert where id = ${id} for update`.execute(
    tx,
  )
  return rows[0]
}

export interface Verdict {
  readonly verdict: 'true' | 'false' | 'unclear'
  readonly reason: string
  readonly by: string
  readonly at: string
}

export async function saveVerdict(tx: Tx, id: string, { verdict, reason, by, at }: Verdict): Promise<void> {
  await sql`update monitoring.alert set state = ${verdict}, verdict_reason = ${reason}, triaged_by = ${by}, triaged_at = ${at}
    where id = ${id}`.execute(tx)
}

/** What of the lake is behind us. */
export async function noteWatched(
  tx: Tx,
  { fingerprint, day, at }: { fingerprint: string; day: string; at: string },
): Promise<void> {
  await sql`insert into monitoring.watched (fingerprint, day, at) values (${fingerprint}, ${day}, ${at})
    on conflict (one) do update set fingerprint = excluded.fingerprint, day = excluded.day, at = excluded.at`.execute(
    tx,
  )
}

export async function wasWatched(tx: Tx, fingerprint: string, day: string): Promise<boolean> {
  const { rows } =
    await sql`select 1 from monitoring.watched where fingerprint = ${fingerprint} and day = ${day}`.execute(tx)
  return rows.length > 0
}

/** 热点: only the forecast of the last look is kept; the files of a day can always be computed again. */
export async function keepHotspots(
  tx: Tx,
  { rows, places, check, peaks, drift }: HotspotReport,
  { day, at }: { readonly day: string; readonly at: string },
): Promise<void> {
  await sql`insert into monitoring.hotspots (day, at, report)
    values (${day}, ${at}, ${JSON.stringify({ rows: rows.slice(0, 400), places: places.slice(0, 100), check, peaks, drift })}::jsonb)
    on conflict (one) do update set day = excluded.day, at = excluded.at, report = excluded.report`.execute(tx)
}
