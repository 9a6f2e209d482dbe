import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { Publication } from '../rules/publication.ts'

export const insertPublication = (tx: Tx, caseNo: string, p: Publication, by: string) =>
  sql`insert into cases.publication (case_no, n, number, party_kind, party, violation, about, norm, basis, content, fine, decided_on, published_on,
      expires_on, bureau, by)
    select ${caseNo}, coalesce(max(n), 0) + 1, ${p.number}, ${p.partyKind}, ${p.party}, ${p.violation}, ${p.about}, ${p.norm}, ${p.basis},
      ${p.content}, ${p.fine}::bigint, ${p.decidedOn}::date, ${p.publishedOn}::date, ${p.expiresOn}::date, ${p.bureau}, ${by}
    from cases.publication where case_no = ${caseNo}`.execute(tx)

export const withdrawPublication = (tx: Tx, caseNo: string, { on, why }: { on: string; why: string }) =>
  sql`update cases.publication set withdrawn_on = ${on}::date, withdrawn_why = ${why}
    where case_no = ${caseNo} and withdrawn_on is null and ended_on is null`.execute(tx)

/** 公示期满: no longer shown from the day after its last. The reason of a withdrawal goes with it. */
export const endPublications = (tx: Tx, today: string) =>
  sql`update cases.publication set ended_on = ${today}::date where ended_on is null and expires_on < ${today}::date`.execute(
    tx,
  )

/** 决定书文号 of a case; '' where there is none. */
export async function decisionNumber(tx: Tx, caseNo: string): Promise<string> {
  const { rows } = await sql<{ number: string }>`select number from cases.paper
    where case_no = ${caseNo} and kind in ('decision', 'simpleDecision') order by issued_at desc, number desc limit 1`.execute(
    tx,
  )
  return rows[0]?.number ?? ''
}

/** 依据 of what was last published of a case; null where nothing was. */
export async function publishedBasis(tx: Tx, caseNo: string): Promise<string | null> {
  const { rows } = await sql<{
    basis: string
  }>`select basis from cases.publication where case_no = ${caseNo} order by n desc limit 1`.execute(tx)
  return rows[0]?.basis ?? null
}
