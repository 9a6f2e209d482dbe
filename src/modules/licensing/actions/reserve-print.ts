import type { Moment } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import { randomId } from '#platform/crypto'
import type { Tx } from '#platform/database'
import type { Keyring } from '#platform/keyring'
import { shippedCoverage } from '#platform/typesetting'
import type { PrintTicket } from '../contract.ts'
import { signFace } from '../elicence/sign-face.ts'
import { type CurrentLicence, findCurrentLicence } from '../queries/print-licence.ts'
import { licenceStateFacts } from '../rules/licence/moves.ts'
import { stateOnDay } from '../rules/licence/state-on-day.ts'
import { checkFace, type LicenceFace } from '../rules/licence-face.ts'
import type { PrintParties } from '../rules/print-access.ts'
import { checkPrintable, type PrintFace } from '../rules/print-ledger.ts'
import {
  appendPrintWord,
  findOpenPrint,
  insertPrint,
  type NewPrint,
  type PrintRow,
  takeCopyNo,
} from '../store/prints.ts'

/** For whom, and whose word it is: `citizen:…`, at the window `staff:…`. */
export interface PrintFor extends PrintParties {
  readonly label: string
}

export interface PrintRequest {
  readonly licenceNo: string
  readonly face: PrintFace
  readonly by: PrintFor
  /** Where the paper comes out, as the page says it. */
  readonly place: string
  readonly at: Moment
}

/**
 * 登记打印: gives a sheet its copy number and signs its code before any paper moves. A second tap in the same session
 * gets the same sheet while its page is still open; after that every sheet has a number of its own.
 */
export async function reservePrint(
  tx: Tx,
  keyring: Pick<Keyring, 'licence'>,
  request: PrintRequest,
): Promise<Result<PrintTicket>> {
  const { licenceNo, face, by, at } = request
  const licence = await findCurrentLicence(tx, licenceNo)
  if (licence === undefined || licence.operatorIndex !== by.personIndex) return refuse('notFound')
  const state = stateOnDay(licence, at.today)
  const printable = checkPrintable(face, { state, validTo: licence.validTo }, at.today)
  if (!printable.ok) return printable
  if (licence.face === null) return refuse('licenceFaceMissing')
  const drawable = checkFace(licence.face, shippedCoverage())
  if (!drawable.ok) return drawable
  const open = await findOpenPrint(tx, { licenceNo, face, version: licence.version, sessionId: by.sessionId })
  if (open !== undefined) return ok(ticketOf(open))
  const print = await saveReservation(tx, {
    ...request,
    licence,
    printed: licence.face,
    stateLabel: licenceStateFacts[state].zh,
    keyring,
  })
  return ok(ticketOf(print))
}

interface Reservation extends PrintRequest {
  readonly licence: CurrentLicence
  readonly printed: LicenceFace
  readonly stateLabel: string
  readonly keyring: Pick<Keyring, 'licence'>
}

async function saveReservation(
  tx: Tx,
  { licence, printed, by, at, keyring, ...sheet }: Reservation,
): Promise<PrintRow> {
  const { licenceNo, areaCode, applicationNo, version } = licence
  const copyNo = await takeCopyNo(tx, licenceNo)
  const print = {
    ...{ id: randomId(), licenceNo, copyNo, areaCode, applicationNo, licenceVersion: version },
    ...{ face: sheet.face, place: sheet.place, stateLabel: sheet.stateLabel },
    ...{ personIndex: by.personIndex, sessionId: by.sessionId, terminalId: by.terminalId },
    ...{ token: signFace(keyring, printed, copyNo), paperId: null },
    reservedAt: at.instant.toString(),
  }
  return enterPrint(tx, print, by.label)
}

/** A sheet on the ledger, with its first word. */
export async function enterPrint(tx: Tx, print: NewPrint, by: string): Promise<PrintRow> {
  await insertPrint(tx, print)
  const word = {
    said: 'reserve',
    from: null,
    to: 'reserved',
    by,
    at: print.reservedAt,
    reason: null,
  } as const
  await appendPrintWord(tx, print, word)
  return { ...print, state: 'reserved' }
}

export function ticketOf({ id, copyNo, state }: Pick<PrintRow, 'id' | 'copyNo' | 'state'>): PrintTicket {
  return { printId: id, url: `/api/licensing/prints/${id}/page`, copyNo, state }
}
