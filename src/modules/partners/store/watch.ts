import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { ReachView } from '../contract/ours.ts'
import type { ReconciledView } from '../contract/shapes.ts'
import type { Field } from '../rules/agencies.ts'
import type { LogLine, Reconciled } from '../rules/reconcile.ts'

export interface NewFetch extends LogLine {
  readonly agencyId: string
  readonly at: string
  readonly day: string
  readonly by: string
  readonly channel: 'page' | 'api'
  readonly fields: readonly Field[]
}

export async function insertFetch(tx: Tx, f: NewFetch): Promise<void> {
  await sql`insert into partners.fetch (id, item_no, agency_id, at, on_day, by, channel, fields, digest)
    values (${f.id}, ${f.itemNo}, ${f.agencyId}, ${f.at}, ${f.day}, ${f.by}, ${f.channel}, ${[...f.fields]}, ${f.digest})`.execute(
    tx,
  )
}

export async function countReads(tx: Tx, agencyId: string, day: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from partners.fetch
    where agency_id = ${agencyId} and on_day = ${day}`.execute(tx)
  return rows[0]?.n ?? 0
}

export async function listDay(tx: Tx, agencyId: string, day: string): Promise<LogLine[]> {
  const { rows } = await sql<LogLine>`select id, item_no, digest from partners.fetch
    where agency_id = ${agencyId} and on_day = ${day} order by at, id`.execute(tx)
  return rows
}

export interface FetchRow {
  readonly id: string
  readonly at: string
  readonly by: string
  readonly channel: 'page' | 'api'
  readonly fields: Field[]
}

export async function listFetches(tx: Tx, itemNo: string): Promise<FetchRow[]> {
  const { rows } = await sql<FetchRow>`
    select f.id, f.at, coalesce(p.name, f.by) as by, f.channel, f.fields from partners.fetch f
    left join access.published_partner_account p on f.by = 'partner:' || p.agency_id || '/' || p.id
    where f.item_no = ${itemNo} order by f.at desc limit 50`.execute(tx)
  return rows
}

export interface NewReach {
  readonly id: string
  readonly agencyId: string
  readonly by: string
  readonly at: string
  readonly what: string
  readonly refusal: string
}

export async function insertReach(tx: Tx, r: NewReach): Promise<void> {
  await sql`insert into partners.reach (id, agency_id, by, at, what, refusal)
    values (${r.id}, ${r.agencyId}, ${r.by}, ${r.at}, ${r.what}, ${r.refusal})`.execute(tx)
}

export async function listReaches(tx: Tx): Promise<ReachView[]> {
  const { rows } = await sql<ReachView>`
    select r.id, a.name as agency, coalesce(p.name, r.by) as by, r.at, r.what, r.refusal, r.seen_at, r.seen_words
    from partners.reach r join partners.agency a on a.id = r.agency_id
    left join access.published_partner_account p on r.by = 'partner:' || p.agency_id || '/' || p.id
    order by r.seen_at is not null, r.at desc limit 100`.execute(tx)
  return rows
}

export async function saveSeen(tx: Tx, id: string, seen: { by: string; at: string; words: string }): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update partners.reach set seen_by = ${seen.by}, seen_at = ${seen.at}, seen_words = ${seen.words}
    where id = ${id} and seen_at is null`.execute(tx)
  return Number(numAffectedRows ?? 0) === 1
}

export interface DigestRow {
  readonly digest: string
  readonly signature: string
  readonly keyId: string
}

export async function findDigest(tx: Tx, agencyId: string, day: string): Promise<DigestRow | undefined> {
  const { rows } = await sql<DigestRow>`select digest, signature, key_id from partners.day_digest
    where agency_id = ${agencyId} and on_day = ${day}`.execute(tx)
  return rows[0]
}

export async function insertDigest(
  tx: Tx,
  d: DigestRow & { readonly agencyId: string; readonly day: string; readonly lines: number; readonly at: string },
): Promise<void> {
  await sql`insert into partners.day_digest (agency_id, on_day, lines, digest, signature, key_id, made_at)
    values (${d.agencyId}, ${d.day}, ${d.lines}, ${d.digest}, ${d.signature}, ${d.keyId}, ${d.at}) on conflict do nothing`.execute(
    tx,
  )
}

export async function insertReconciliation(
  tx: Tx,
  r: Reconciled & {
    readonly id: string
    readonly agencyId: string
    readonly day: string
    readonly at: string
    readonly by: string
  },
): Promise<void> {
  await sql`insert into partners.reconciliation (id, agency_id, on_day, at, by, ours, theirs, differences)
    values (${r.id}, ${r.agencyId}, ${r.day}, ${r.at}, ${r.by}, ${r.ours}, ${r.theirs}, ${JSON.stringify(r.differences)}::jsonb)`.execute(
    tx,
  )
}

export async function listReconciliations(tx: Tx, agencyId: string, day: string): Promise<ReconciledView[]> {
  const { rows } = await sql<ReconciledView>`select agency_id, on_day as day, at, by, ours, theirs, differences
    from partners.reconciliation where agency_id = ${agencyId} and on_day = ${day} order by at desc limit 20`.execute(
    tx,
  )
  return rows
}
