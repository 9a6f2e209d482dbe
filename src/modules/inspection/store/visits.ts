import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { StoredFile } from '#platform/files'
import type { JudgedCode } from '../rules/visit/codes.ts'
import type { VisitState } from '../rules/visit/moves.ts'

export async function insertVisit(
  tx: Tx,
  v: { readonly taskId: string; readonly licenceNo: string; readonly areaCode: string; readonly at: string },
): Promise<void> {
  await sql`insert into inspection.visit (task_id, licence_no, area_code, opened_at)
    values (${v.taskId}, ${v.licenceNo}, ${v.areaCode}, ${v.at})`.execute(tx)
}

export const saveVisitState = (tx: Tx, taskId: string, state: VisitState) =>
  sql`update inspection.visit set state = ${state} where task_id = ${taskId}`.execute(tx)

/** Who did it on which telephone, when it was done and when the house heard of it. */
export interface Told {
  readonly taskId: string
  readonly by: string
  readonly capturedAt: string
  readonly at: string
}

export const insertScan = (
  tx: Tx,
  told: Told,
  s: { readonly way: 'in' | 'out'; readonly how: 'token' | 'number' | null; readonly reason: string },
) =>
  sql`insert into inspection.visit_scan (task_id, way, by, how, reason, captured_at, at)
    values (${told.taskId}, ${s.way}, ${told.by}, ${s.how}, ${s.reason}, ${told.capturedAt}, ${told.at})`.execute(tx)

export const insertLine = (
  tx: Tx,
  told: Told,
  l: { readonly kind: 'enter' | 'choose'; readonly field: string; readonly sealed: string },
) =>
  sql`insert into inspection.visit_line (task_id, kind, field, by, sealed, captured_at, at)
    values (${told.taskId}, ${l.kind}, ${l.field}, ${told.by}, ${l.sealed}, ${told.capturedAt}, ${told.at})`.execute(tx)

/** Judged once: what was known of the orders that day stays. */
export const insertCode = (tx: Tx, taskId: string, c: JudgedCode, at: string) =>
  sql`insert into inspection.visit_code (task_id, code, verdict, licence_no, sorted_on, at)
    values (${taskId}, ${c.code}, ${c.verdict}, ${c.licenceNo}, ${c.sortedOn}, ${at}) on conflict do nothing`.execute(
    tx,
  )

export const insertPhoto = (
  tx: Tx,
  told: Told,
  p: { readonly digest: string; readonly file: StoredFile; readonly bytes: number },
) =>
  sql`insert into inspection.visit_photo (task_id, digest, file_digest, file_bytes, bytes, by, captured_at, at)
    values (${told.taskId}, ${p.digest}, ${p.file.digest}, ${p.file.bytes}, ${p.bytes}, ${told.by}, ${told.capturedAt}, ${told.at})`.execute(
    tx,
  )

export const insertSignature = (
  tx: Tx,
  told: Told,
  s: { readonly who: 'retailer' | 'refused' | 'officer'; readonly digest: string; readonly sealed: string },
) =>
  sql`insert into inspection.visit_signature (task_id, who, by, digest, sealed, captured_at, at)
    values (${told.taskId}, ${s.who}, ${told.by}, ${s.digest}, ${s.sealed}, ${told.capturedAt}, ${told.at})`.execute(tx)

/** Locks the series until the transaction ends, so that it has no gaps. */
export async function takeRecordSerial(tx: Tx, year: number): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    insert into inspection.record_number as n (year, last) values (${year}, 1)
    on conflict (year) do update set last = n.last + 1 returning last`.execute(tx)
  const [row] = rows
  if (row === undefined) throw new Error('the record number was not given')
  return row.last
}

export interface NewRecord {
  readonly taskId: string
  readonly year: number
  readonly serial: number
  readonly number: string
  readonly content: string
  readonly digest: string
  readonly signature: string
  readonly keyId: string
  readonly at: string
}

export const insertRecord = (tx: Tx, r: NewRecord) =>
  sql`insert into inspection.visit_record (task_id, year, serial, number, content, digest, signature, key_id, issued_at)
    values (${r.taskId}, ${r.year}, ${r.serial}, ${r.number}, ${r.content}, ${r.digest}, ${r.signature}, ${r.keyId}, ${r.at})`.execute(
    tx,
  )
