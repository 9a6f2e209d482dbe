import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { PrintParties } from '../rules/print-access.ts'
import type { PrintedPage, PrintState } from '../rules/print-ledger.ts'

export interface PrintRow extends PrintParties {
  readonly id: string
  readonly licenceNo: string
  readonly copyNo: number
  readonly state: PrintState
}

export interface NewPrint extends PrintParties {
  readonly id: string
  readonly licenceNo: string
  readonly licenceVersion: number
  readonly face: PrintedPage
  readonly copyNo: number
  readonly areaCode: string
  /** `null`: not a copy of the licence. */
  readonly token: string | null
  readonly paperId: string | null
  readonly stateLabel: string
  readonly place: string
  readonly applicationNo: string | null
  readonly reservedAt: string
}

export interface PrintWord {
  readonly said: string
  readonly from: PrintState | null
  readonly to: PrintState
  readonly by: string
  readonly at: string
  readonly reason: string | null
}

/** The next copy number (份号). Locks the licence's counter until the transaction ends; rolled back, no number is lost. */
export async function takeCopyNo(tx: Tx, licenceNo: string): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    insert into licensing.copy_number as c (licence_no, last) values (${licenceNo}, 1)
    on conflict (licence_no) do update set last = c.last + 1 returning last`.execute(tx)
  const [row] = rows
  if (row === undefined) throw new Error('the copy number was not given')
  return row.last
}

export async function insertPrint(tx: Tx, print: NewPrint): Promise<void> {
  await sql`insert into licensing.print (id, licence_no, licence_version, face, copy_no, area_code, person_index, session_id,
      terminal_id, token, paper_id, state_label, place, application_no, reserved_at)
    values (${print.id}, ${print.licenceNo}, ${print.licenceVersion}, ${print.face}, ${print.copyNo}, ${print.areaCode},
      ${print.personIndex}, ${print.sessionId}, ${print.terminalId}, ${print.token}, ${print.paperId}, ${print.stateLabel}, ${print.place},
      ${print.applicationNo}, ${print.reservedAt})`.execute(tx)
}

/** A print of this session whose page nobody has reported on: a second tap gets the same one. */
export async function findOpenPrint(
  tx: Tx,
  asked: { licenceNo: string; version: number; face: PrintedPage; sessionId: string; applicationNo?: string },
): Promise<PrintRow | undefined> {
  const { rows } = await sql<PrintRow>`
    select id, licence_no, copy_no, state, person_index, session_id, terminal_id from licensing.print
    where licence_no = ${asked.licenceNo} and licence_version = ${asked.version} and face = ${asked.face}
      and session_id = ${asked.sessionId} and state = 'reserved'
      and (${asked.applicationNo ?? null}::text is null or application_no = ${asked.applicationNo ?? null})
    order by copy_no limit 1`.execute(tx)
  return rows[0]
}

/** Waits for whoever writes the same print: a device and a person may speak at once. */
export async function lockPrint(tx: Tx, printId: string): Promise<PrintRow | undefined> {
  const { rows } = await sql<PrintRow>`
    select id, licence_no, copy_no, state, person_index, session_id, terminal_id from licensing.print
    where id = ${printId} for update`.execute(tx)
  return rows[0]
}

/** Moves the print if the word moves it, and writes the word down in any case. */
export async function writeWord(tx: Tx, print: PrintRow, word: PrintWord): Promise<PrintRow> {
  if (word.to !== print.state) {
    await sql`update licensing.print set state = ${word.to}, outcome_at = ${word.at}, reason = ${word.reason}
      where id = ${print.id}`.execute(tx)
  }
  await appendPrintWord(tx, print, word)
  return { ...print, state: word.to }
}

export async function appendPrintWord(
  tx: Tx,
  print: { id: string; licenceNo: string },
  word: PrintWord,
): Promise<void> {
  await sql`insert into licensing.print_event (print_id, licence_no, at, said, from_state, to_state, by, reason)
    values (${print.id}, ${print.licenceNo}, ${word.at}, ${word.said}, ${word.from}, ${word.to}, ${word.by},
      ${word.reason})`.execute(tx)
}
