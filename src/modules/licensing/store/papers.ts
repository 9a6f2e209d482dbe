import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { PaperFile, PaperKind } from '../papers/paper.ts'
import type { ProceedingPaperKind } from '../papers/proceeding/kinds.ts'

export interface IssuedPaper {
  readonly paperId: string
  /** 文号 */
  readonly number: string
}

export interface NewPaper {
  readonly id: string
  readonly kind: PaperKind | ProceedingPaperKind
  readonly year: number
  readonly serial: number
  readonly number: string
  /** Of an application, or of a proceeding. */
  readonly applicationNo: string | null
  readonly proceedingNo?: string
  /** Which of several papers of one kind; empty where there is one. */
  readonly occasion?: string
  readonly licenceNo: string | null
  readonly content: string
  readonly digest: string
  readonly signature: string
  readonly keyId: string
  readonly issuedAt: string
}

/** The file a document speaks of, locked: two that issue its papers at once wait for each other. */
export async function lockPaperFile(tx: Tx, applicationNo: string): Promise<PaperFile | undefined> {
  const { rows } = await sql<PaperFile>`
    select a.application_no, a.licence_no, a.service, a.shop_name, coalesce(l.operator_name, '') as operator_name, a.received_on, a.accepted_on, a.deemed_after,
      v.valid_from as renewed_from, v.valid_to as renewed_to, l.suspended_from, l.suspended_to,
      before.face as face_before, v.face as face_after
    from licensing.application a left join licensing.licence l on l.licence_no = a.licence_no
    left join licensing.licence_version v on v.licence_no = a.licence_no and v.application_no = a.application_no
    left join licensing.licence_version before on before.licence_no = v.licence_no and before.version = v.version - 1
    where a.application_no = ${applicationNo} for update of a`.execute(tx)
  return rows[0]
}

export async function findPaper(
  tx: Tx,
  { applicationNo, kind, occasion }: { applicationNo: string; kind: PaperKind; occasion: string },
): Promise<IssuedPaper | undefined> {
  const { rows } = await sql<IssuedPaper>`
    select id as paper_id, number from licensing.paper
    where application_no = ${applicationNo} and kind = ${kind} and occasion = ${occasion}`.execute(tx)
  return rows[0]
}

/** The next number of its kind in its year. Locks the series until the transaction ends, so that it has no gaps. */
export async function takePaperSerial(tx: Tx, kind: PaperKind | ProceedingPaperKind, year: number): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    insert into licensing.paper_number as n (kind, year, last) values (${kind}, ${year}, 1)
    on conflict (kind, year) do update set last = n.last + 1 returning last`.execute(tx)
  const [row] = rows
  if (row === undefined) throw new Error('the document number was not given')
  return row.last
}

export async function insertPaper(tx: Tx, paper: NewPaper): Promise<void> {
  await sql`insert into licensing.paper (id, kind, year, serial, number, application_no, proceeding_no, occasion, licence_no, content,
      digest, signature, key_id, issued_at)
    values (${paper.id}, ${paper.kind}, ${paper.year}, ${paper.serial}, ${paper.number}, ${paper.applicationNo},
      ${paper.proceedingNo ?? null}, ${paper.occasion ?? ''}, ${paper.licenceNo}, ${paper.content}, ${paper.digest}, ${paper.signature}, ${paper.keyId}, ${paper.issuedAt})
    `.execute(tx)
}
