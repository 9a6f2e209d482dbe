import { sql } from 'kysely'
import type { Tx } from '#platform/database'

export interface UploadPart {
  readonly uploadId: string
  readonly caseNo: string
  readonly part: number
  readonly by: string
  readonly bytes: number
  readonly storedDigest: string
  readonly storedBytes: number
  readonly at: string
}

/** The same part again changes nothing; false: it was there. */
export async function insertUploadPart(tx: Tx, p: UploadPart): Promise<boolean> {
  const { rows } =
    await sql`insert into cases.evidence_upload (upload_id, case_no, part, by, bytes, stored_digest, stored_bytes, at)
    values (${p.uploadId}, ${p.caseNo}, ${p.part}, ${p.by}, ${p.bytes}, ${p.storedDigest}, ${p.storedBytes}, ${p.at})
    on conflict do nothing returning part`.execute(tx)
  return rows.length > 0
}

/** How many parts of one officer wait to become evidence. */
export async function countUploadParts(tx: Tx, by: string): Promise<number> {
  const { rows } = await sql<{
    count: number
  }>`select count(*)::int as count from cases.evidence_upload where by = ${by}`.execute(tx)
  return rows[0]?.count ?? 0
}

const columns = sql`upload_id::text as upload_id, case_no, part, by, bytes, stored_digest, stored_bytes, at::text as at`

/** Gives the parts of one upload in order and lets the rows go; their files now belong to the evidence. */
export async function takeUpload(
  tx: Tx,
  { uploadId, caseNo, by }: Pick<UploadPart, 'uploadId' | 'caseNo' | 'by'>,
): Promise<readonly UploadPart[]> {
  const { rows } = await sql<UploadPart>`delete from cases.evidence_upload
    where upload_id = ${uploadId} and case_no = ${caseNo} and by = ${by} returning ${columns}`.execute(tx)
  return rows.toSorted((a, b) => a.part - b.part)
}

/** 没有传完的: after a day nobody will finish it. Gives the files that nothing names any more. */
export async function dropOldUploads(tx: Tx, before: string): Promise<readonly string[]> {
  const { rows } = await sql<{
    storedDigest: string
  }>`delete from cases.evidence_upload where at < ${before}::timestamptz
    returning stored_digest`.execute(tx)
  return rows.map(({ storedDigest }) => storedDigest)
}
