import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { LicenceSheet } from '../elicence/render-licence.ts'
import type { LicenceFace } from '../rules/licence-face.ts'
import type { PrintParties } from '../rules/print-access.ts'
import type { PrintFace, PrintState } from '../rules/print-ledger.ts'

export interface PrintPage extends PrintParties {
  readonly state: PrintState
  readonly sheet: LicenceSheet
}

interface Row extends PrintParties {
  state: PrintState
  kind: PrintFace
  face: LicenceFace
  token: string
  copyNo: number
  stateLabel: string
  printedAt: string
  place: string
}

/** Everything the page of one print is set from. The version is the one reserved, not the newest. */
export async function findPrintPage(tx: Tx, printId: string): Promise<PrintPage | undefined> {
  const { rows } = await sql<Row>`
    select p.state, p.person_index, p.session_id, p.terminal_id, p.face as kind, v.face, p.token, p.copy_no, p.state_label,
      p.reserved_at as printed_at, p.place
    from licensing.print p
    join licensing.licence_version v on v.licence_no = p.licence_no and v.version = p.licence_version
    where p.id = ${printId}`.execute(tx)
  const [row] = rows
  if (row === undefined) return undefined
  const { state, personIndex, sessionId, terminalId, ...sheet } = row
  return { state, personIndex, sessionId, terminalId, sheet }
}

/** 自助终端 by its name, as it stands on the machine. */
export async function findTerminalName(tx: Tx, terminalId: string): Promise<string | undefined> {
  const { rows } = await sql<{ name: string }>`
    select name from access.published_terminal where id::text = ${terminalId}`.execute(tx)
  return rows[0]?.name
}
