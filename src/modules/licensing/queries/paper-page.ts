import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { PaperSeal } from '#platform/paper-seal'

export interface PaperPage extends PaperSeal {
  readonly content: string
}

/** The words of one document as issued, where the reader may see its licence. */
export async function findPaperPage(tx: Tx, paperId: string): Promise<PaperPage | undefined> {
  const { rows } = await sql<PaperPage>`
    select content, digest, signature, key_id from licensing.paper where id = ${paperId}`.execute(tx)
  return rows[0]
}

export interface PaperRow {
  readonly paperId: string
  readonly kind: string
  readonly number: string
  readonly issuedAt: string
  /** SM3 of the words as issued. */
  readonly digest: string
}

/** The documents of one application, oldest first. */
export async function listPapers(tx: Tx, applicationNo: string): Promise<PaperRow[]> {
  const { rows } = await sql<PaperRow>`
    select id as paper_id, kind, number, issued_at, digest from licensing.paper
    where application_no = ${applicationNo} order by issued_at, number`.execute(tx)
  return rows
}

/** The document of a file that is none of the known ones; undefined when there is none. */
export async function newPaperContent(
  tx: Tx,
  applicationNo: string,
  known: readonly PaperRow[],
): Promise<string | undefined> {
  const { rows } = await sql<{ content: string }>`
    select content from licensing.paper where application_no = ${applicationNo}
      and not id::text = any(${known.map(paper => paper.paperId)})
    -- Where a step issues two, the one its officer writes comes first.
    order by kind in ('hearingNotice', 'siteSurvey') limit 1`.execute(tx)
  return rows[0]?.content
}
