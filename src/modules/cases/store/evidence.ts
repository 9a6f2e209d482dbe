import { sql } from 'kysely'
import type { Tx } from '#platform/database'

export interface EvidenceRow {
  readonly id: string
  readonly caseNo: string
  readonly n: number
  readonly kind: string
  readonly title: string
  readonly source: string
  readonly place: string
  readonly takenOn: string
  readonly takenBy: string
  readonly digest: string
  readonly bytes: number
  readonly media: string
  readonly storedDigest: string
  readonly storedBytes: number
  /** 0: one file; otherwise that file lists so many parts. */
  readonly parts: number
  readonly at: string
}

const columns = sql`id::text as id, case_no, n, kind, title, source, place, taken_on::text as taken_on, taken_by, digest, bytes, media,
  stored_digest, stored_bytes, parts, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at`

export async function listEvidence(tx: Tx, caseNo: string): Promise<readonly EvidenceRow[]> {
  const { rows } =
    await sql<EvidenceRow>`select ${columns} from cases.evidence where case_no = ${caseNo} order by n`.execute(tx)
  return rows
}

export async function findEvidence(tx: Tx, id: string): Promise<EvidenceRow | undefined> {
  const { rows } = await sql<EvidenceRow>`select ${columns} from cases.evidence where id = ${id}`.execute(tx)
  return rows[0]
}

/** The case row is locked by the caller, so that numbers have no gaps. */
export async function insertEvidence(tx: Tx, e: Omit<EvidenceRow, 'n'>): Promise<void> {
  await sql`insert into cases.evidence (id, case_no, n, kind, title, source, place, taken_on, taken_by, digest, bytes, media, stored_digest,
      stored_bytes, parts, at)
    select ${e.id}, ${e.caseNo}, coalesce(max(n), 0) + 1, ${e.kind}, ${e.title}, ${e.source}, ${e.place}, ${e.takenOn}::date, ${e.takenBy},
      ${e.digest}, ${e.bytes}::int, ${e.media}, ${e.storedDigest}, ${e.storedBytes}::int, ${e.parts}::int, ${e.at}::timestamptz
    from cases.evidence where case_no = ${e.caseNo}`.execute(tx)
}

export interface CustodyRow {
  readonly evidenceId: string
  readonly n: number
  readonly at: string
  readonly by: string
  readonly act: string
  readonly words: string
}

export const writeCustody = (tx: Tx, c: Omit<CustodyRow, 'n'>) =>
  sql`insert into cases.custody (evidence_id, n, at, by, act, words)
    select ${c.evidenceId}::uuid, coalesce(max(n), 0) + 1, ${c.at}::timestamptz, ${c.by}, ${c.act}, ${c.words}
    from cases.custody where evidence_id = ${c.evidenceId}::uuid`.execute(tx)

export async function listCustody(tx: Tx, caseNo: string): Promise<readonly CustodyRow[]> {
  const { rows } = await sql<CustodyRow>`select c.evidence_id::text as evidence_id, c.n,
      to_char(c.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, c.by, c.act, c.words
    from cases.custody c join cases.evidence e on e.id = c.evidence_id where e.case_no = ${caseNo} order by e.n, c.n`.execute(
    tx,
  )
  return rows
}

export interface VisitRecord {
  readonly number: string
  readonly content: string
  readonly digest: string
}

/** The sealed 现场检查笔录 of a field visit, where this reader may see it. */
export async function findVisitRecord(tx: Tx, taskId: string): Promise<VisitRecord | undefined> {
  const { rows } = await sql<VisitRecord>`
    select number, content, digest from inspection.published_visit_record where task_id = ${taskId}`.execute(tx)
  return rows[0]
}
