import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { NetworkFactsBody } from '../contract/network.ts'
import type { Amounts } from '../contract/sanctions.ts'
import type { PriceList } from '../rules/amounts/price-list.ts'
import type { Deviation } from '../rules/discretion/decide.ts'

/** Rows of a case come one after the other. */
export const lockSums = (tx: Tx, caseNo: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${caseNo}, 7321))`.execute(tx)

export const insertAmounts = (tx: Tx, caseNo: string, a: Amounts, how: { by: string; at: string }) =>
  sql`insert into cases.amount (case_no, n, business, purchases, sales, wholesale, gains, fake_sold, tax, sold_sticks, party, licence, fake_brand,
      penalties, smuggling_penalties, evidence, by, at)
    select ${caseNo}, coalesce(max(n), 0) + 1, ${a.business}::bigint, ${a.purchases}::bigint, ${a.sales}::bigint, ${a.wholesale}::bigint,
      ${a.gains}, ${a.fakeSold}, ${a.tax}, ${a.soldSticks}, ${a.party}, ${a.licence}, ${a.fakeBrand}, ${[...a.penalties]}::date[],
      ${[...a.smugglingPenalties]}::date[], ${a.evidence}, ${how.by}, ${how.at}
    from cases.amount where case_no = ${caseNo}`.execute(tx)

export interface NewWeighing {
  readonly caseNo: string
  readonly violation: string
  readonly like: string | null
  readonly serious: boolean
  readonly base: string | null
  readonly amount: number | null
  readonly factors: readonly string[]
  readonly rangeFrom: number | null
  readonly rangeTo: number | null
  readonly stepFrom: number
  readonly stepTo: number
  readonly fine: number
  readonly deviation: Deviation
  readonly reason: string
  readonly policyVersion: string
  readonly by: string
  readonly at: string
}

export const insertWeighing = (tx: Tx, w: NewWeighing) =>
  sql`insert into cases.weighing (case_no, n, violation, like_violation, serious, base, amount, factors, range_from, range_to, step_from, step_to,
      fine, deviation, reason, policy_version, proposed_by, proposed_at)
    select ${w.caseNo}, coalesce(max(n), 0) + 1, ${w.violation}, ${w.like}, ${w.serious}, ${w.base}, ${w.amount}::bigint, ${[...w.factors]},
      ${w.rangeFrom}::bigint, ${w.rangeTo}::bigint, ${w.stepFrom}, ${w.stepTo}, ${w.fine}, ${w.deviation}, ${w.reason}, ${w.policyVersion},
      ${w.by}, ${w.at}
    from cases.weighing where case_no = ${w.caseNo}`.execute(tx)

export interface KnownWeighing {
  readonly n: number
  readonly violation: string
  readonly like: string | null
  readonly fine: number
  readonly deviation: Deviation
  readonly proposedBy: string
  readonly approvedBy: string | null
}

/** The one asked for, or the last. */
export async function findWeighing(tx: Tx, caseNo: string, n?: number): Promise<KnownWeighing | undefined> {
  const { rows } = await sql<KnownWeighing>`
    select n, violation, like_violation as "like", fine::float8 as fine, deviation, proposed_by, approved_by from cases.weighing
    where case_no = ${caseNo} and (${n ?? null}::int is null or n = ${n ?? null}::int) order by n desc limit 1`.execute(
    tx,
  )
  return rows[0]
}

export const approveWeighing = (tx: Tx, caseNo: string, n: number, how: { by: string; at: string }) =>
  sql`update cases.weighing set approved_by = ${how.by}, approved_at = ${how.at} where case_no = ${caseNo} and n = ${n}`.execute(
    tx,
  )

/** False: the version exists already. */
export async function insertPriceList(tx: Tx, list: PriceList, how: { by: string; at: string }): Promise<boolean> {
  const { rows } = await sql`
    insert into cases.price_list (version, province, issuer, basis, effective, sure, imported_by, imported_at)
    values (${list.version}, ${list.province}, ${list.issuer}, ${list.basis}, ${list.effective}, ${list.sure}, ${how.by}, ${how.at})
    on conflict do nothing returning version`.execute(tx)
  if (rows.length === 0) return false
  const column = <T>(read: (line: PriceList['lines'][number]) => T): T[] => list.lines.map(read)
  await sql`insert into cases.price (version, source, kind, brand, price)
    select ${list.version}, * from unnest(${column(l => l.source)}::text[], ${column(l => l.kind)}::text[], ${column(l => l.brand)}::text[],
      ${column(l => l.price)}::bigint[])`.execute(tx)
  return true
}

/** 认定: the class and the version of the rule it was found by. */
interface Classed {
  readonly name: string | null
  readonly policyVersion: string
}

export const insertNetworkFacts = (
  tx: Tx,
  caseNo: string,
  f: NetworkFactsBody & Classed,
  how: { by: string; at: string },
) =>
  sql`insert into cases.network_fact (case_no, n, links, layers, areas, provinces, arrested, sentenced, value, sticks, evidence, class, policy_version,
      by, at)
    select ${caseNo}, coalesce(max(n), 0) + 1, ${f.links}::int, ${f.layers}::int, ${f.areas}::int, ${f.provinces}::int, ${f.arrested}::int,
      ${f.sentenced}::int, ${f.value}::bigint, ${f.sticks}::bigint, ${f.evidence}, ${f.name},
      ${f.policyVersion}, ${how.by}, ${how.at}::timestamptz
    from cases.network_fact where case_no = ${caseNo}`.execute(tx)

export async function findPriceList(
  tx: Tx,
  version: string,
): Promise<{ readonly importedBy: string; readonly approvedBy: string | null } | undefined> {
  const { rows } = await sql<{ importedBy: string; approvedBy: string | null }>`select imported_by, approved_by
    from cases.price_list where version = ${version} for update`.execute(tx)
  return rows[0]
}

export const approvePriceList = (tx: Tx, version: string, how: { by: string; at: string }) =>
  sql`update cases.price_list set approved_by = ${how.by}, approved_at = ${how.at} where version = ${version}`.execute(
    tx,
  )
