import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { LicenceSheet } from '../elicence/render-licence.ts'
import type { LicenceFace } from '../rules/licence-face.ts'
import type { PrintParties } from '../rules/print-access.ts'
import type { PrintedPage, PrintState } from '../rules/print-ledger.ts'
import { findPaperPage, type PaperPage } from './paper-page.ts'

export interface PrintPage extends PrintParties {
  readonly state: PrintState
  /** A page of the licence, or a paper of the file. */
  readonly shows: { readonly sheet: LicenceSheet } | { readonly paper: PaperPage }
}

interface Row extends PrintParties {
  state: PrintState
  kind: PrintedPage
  face: LicenceFace
  token: string | null
  paperId: string | null
  copyNo: number
  stateLabel: string
  printedAt: string
  place: string
}

/** Everything the page of one print is set from. The version is the one reserved, not the newest. */
export async function findPrintPage(tx: Tx, printId: string): Promise<PrintPage | undefined> {
  const { rows } = await sql<Row>`
    select p.state, p.person_index, p.session_id, p.terminal_id, p.face as kind, v.face, p.token, p.paper_id, p.copy_no, p.state_label,
      p.reserved_at as printed_at, p.place
    from licensing.print p
    join licensing.licence_version v on v.licence_no = p.licence_no and v.version = p.licence_version
    where p.id = ${printId}`.execute(tx)
  const [row] = rows
  if (row === undefined) return undefined
  const { state, personIndex, sessionId, terminalId, kind, token, paperId, ...sheet } = row
  const of = { state, personIndex, sessionId, terminalId }
  if (kind !== 'receipt' && token !== null) return { ...of, shows: { sheet: { ...sheet, kind, token } } }
  const paper = await findPaperPage(tx, paperId ?? '')
  return paper && { ...of, shows: { paper } }
}

/** 自助终端 by its name, as it stands on the machine. */
export async function findTerminalName(tx: Tx, terminalId: string): Promise<string | undefined> {
  const { rows } = await sql<{ name: string }>`
    select name from access.published_terminal where id::text = ${terminalId}`.execute(tx)
  return rows[0]?.name
}
