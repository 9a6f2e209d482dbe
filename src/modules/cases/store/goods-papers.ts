import { sql } from 'kysely'
import type { Tx } from '#platform/database'

export interface GoodsPaperRecord {
  readonly id: string
  readonly caseNo: string
  readonly kind: 'list' | 'sampling' | 'destruction'
  readonly year: number
  readonly serial: number
  readonly number: string
  readonly content: string
  readonly digest: string
  readonly signature: string
  readonly keyId: string
  readonly issuedBy: string
  readonly issuedAt: string
}

export const insertGoodsPaper = (tx: Tx, p: GoodsPaperRecord) =>
  sql`insert into cases.goods_paper (id, case_no, kind, year, serial, number, content, digest, signature, key_id, issued_by, issued_at)
    values (${p.id}, ${p.caseNo}, ${p.kind}, ${p.year}, ${p.serial}, ${p.number}, ${p.content}, ${p.digest}, ${p.signature}, ${p.keyId},
      ${p.issuedBy}, ${p.issuedAt})`.execute(tx)

export async function findGoodsPaper(tx: Tx, id: string): Promise<GoodsPaperRecord | undefined> {
  const { rows } = await sql<GoodsPaperRecord>`
    select id, case_no, kind, year, serial, number, content, digest, signature, key_id, issued_by, issued_at from cases.goods_paper
    where id = ${id}`.execute(tx)
  return rows[0]
}

export async function listGoodsPapers(tx: Tx, caseNo: string) {
  const { rows } = await sql<Pick<GoodsPaperRecord, 'id' | 'kind' | 'number' | 'issuedAt'>>`
    select id, kind, number, issued_at from cases.goods_paper where case_no = ${caseNo} order by year, serial`.execute(
    tx,
  )
  return rows
}
