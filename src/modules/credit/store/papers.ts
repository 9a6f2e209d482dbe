import { sql } from 'kysely'
import type { Tx } from '#platform/database'

export async function takePaperSerial(tx: Tx, year: number): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    insert into credit.paper_number as n (year, last) values (${year}, 1)
    on conflict (year) do update set last = n.last + 1 returning last`.execute(tx)
  return rows[0]?.last ?? 1
}

export interface PaperRecord {
  readonly id: string
  readonly fileId: string
  readonly title: string
  readonly number: string
  readonly content: string
  readonly digest: string
  readonly signature: string
  readonly keyId: string
  readonly issuedAt: string
}

export const insertPaper = (tx: Tx, p: PaperRecord) =>
  sql`insert into credit.paper (id, file_id, title, number, content, digest, signature, key_id, issued_at)
    values (${p.id}, ${p.fileId}, ${p.title}, ${p.number}, ${p.content}, ${p.digest}, ${p.signature}, ${p.keyId}, ${p.issuedAt})`.execute(
    tx,
  )

export async function findPaper(tx: Tx, id: string): Promise<PaperRecord | undefined> {
  const { rows } = await sql<PaperRecord>`
    select id, file_id, title, number, content, digest, signature, key_id, issued_at from credit.paper where id = ${id}`.execute(
    tx,
  )
  return rows[0]
}

/** Names in the order asked; whoever left keeps his number. */
export async function listStaffNames(tx: Tx, ids: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id::text as id, name from access.published_staff where id::text = any(${[...ids]}::text[])`.execute(tx)
  return ids.map(id => rows.find(row => row.id === id)?.name ?? id)
}

/** Whether all of them are officers who may hold a talk. */
export async function areOnDuty(tx: Tx, ids: readonly string[]): Promise<boolean> {
  if (ids.length === 0) return true
  const { rows } = await sql`select from access.published_staff
    where id::text = any(${[...ids]}::text[]) and state = 'active' and roles && array['inspector', 'head', 'legal']`.execute(
    tx,
  )
  return rows.length === ids.length
}
