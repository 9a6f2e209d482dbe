import { sql } from 'kysely'
import type { Tx } from '#platform/database'

/** The next number of its mark and year; the row is locked until the paper stands, so that no number is left out. */
export async function takePaperSerial(tx: Tx, mark: string, year: number): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    insert into cases.paper_number as n (mark, year, last) values (${mark}, ${year}, 1)
    on conflict (mark, year) do update set last = n.last + 1 returning last`.execute(tx)
  return rows[0]?.last ?? 1
}

export interface PaperRow {
  readonly id: string
  readonly caseNo: string
  readonly kind: string
  readonly mark: string
  readonly year: number
  readonly serial: number
  readonly number: string
  readonly title: string
  readonly stepN: number
  readonly content: string
  readonly digest: string
  readonly signature: string
  readonly keyId: string
  readonly issuedOn: string
  readonly issuedAt: string
}

const columns = sql`id::text as id, case_no, kind, mark, year, serial, number, title, step_n, content, digest, signature, key_id,
  issued_on::text as issued_on, issued_at::text as issued_at`

export const insertPaper = (tx: Tx, p: PaperRow) =>
  sql`insert into cases.paper (id, case_no, kind, mark, year, serial, number, title, step_n, content, digest, signature, key_id, issued_on, issued_at)
    values (${p.id}, ${p.caseNo}, ${p.kind}, ${p.mark}, ${p.year}, ${p.serial}, ${p.number}, ${p.title}, ${p.stepN}, ${p.content}, ${p.digest},
      ${p.signature}, ${p.keyId}, ${p.issuedOn}, ${p.issuedAt})`.execute(tx)

export async function listPapers(tx: Tx, caseNo: string): Promise<readonly PaperRow[]> {
  const { rows } =
    await sql<PaperRow>`select ${columns} from cases.paper where case_no = ${caseNo} order by step_n, issued_at, number`.execute(
      tx,
    )
  return rows
}

export async function findPaper(tx: Tx, id: string): Promise<PaperRow | undefined> {
  const { rows } = await sql<PaperRow>`select ${columns} from cases.paper where id = ${id}`.execute(tx)
  return rows[0]
}

export interface RecordRow {
  readonly id: string
  readonly caseNo: string
  readonly kind: 'questioning' | 'inspection'
  readonly content: string
  readonly digest: string
  readonly by: string
  readonly at: string
  readonly secondBy: string | null
}

const recordColumns = sql`id::text as id, case_no, kind, content, digest, by, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at,
  second_by`

export const insertRecord = (tx: Tx, r: Omit<RecordRow, 'secondBy'>) =>
  sql`insert into cases.record (id, case_no, kind, content, digest, by, at)
    values (${r.id}, ${r.caseNo}, ${r.kind}, ${r.content}, ${r.digest}, ${r.by}, ${r.at})`.execute(tx)

export async function lockRecord(tx: Tx, id: string): Promise<RecordRow | undefined> {
  const { rows } = await sql<RecordRow>`select ${recordColumns} from cases.record where id = ${id} for update`.execute(
    tx,
  )
  return rows[0]
}

export const signRecord = (tx: Tx, id: string, by: string, at: string) =>
  sql`update cases.record set second_by = ${by}, second_at = ${at} where id = ${id}`.execute(tx)

export const listRecords = (tx: Tx, caseNo: string): Promise<readonly RecordRow[]> => listRecordsOf(tx, [caseNo])

/** Of several cases at once, each in its order. */
export async function listRecordsOf(tx: Tx, caseNos: readonly string[]): Promise<readonly RecordRow[]> {
  const { rows } =
    await sql<RecordRow>`select ${recordColumns} from cases.record where case_no = any(${[...caseNos]}) order by at`.execute(
      tx,
    )
  return rows
}
