import { ok, type Result, refuse } from '#kernel/refusal'
import { type EventOf, type Moves, nextState, type StateOf } from '#kernel/state-table'
import type { LicenceState } from './licence/moves.ts'

/** 打印版式: 正本、副本、查询打印件. */
export const printFaces = ['original', 'duplicate', 'query'] as const
export type PrintFace = (typeof printFaces)[number]
/** 收件凭证、决定书: a paper of the file, on the same ledger. */
export type PrintedPage = PrintFace | 'receipt'

/**
 * 打印台账. A print is reserved with its copy number before any paper moves; what became of the paper is written down
 * even when nobody knows. An unknown print keeps its number and is never printed again by itself: a new print is a new
 * row with the next number. `settle` (查实未拿到) belongs to an officer, all other events to the device or the person.
 */
export const printMoves = {
  reserved: { print: 'printed', fail: 'failed', lose: 'unknown' },
  printed: { confirm: 'confirmed', lose: 'unknown' },
  unknown: { confirm: 'confirmed', settle: 'failed' },
} as const satisfies Moves

export type PrintState = StateOf<typeof printMoves>
export type PrintEvent = EventOf<typeof printMoves>

export const printLabels: Readonly<Record<PrintState | PrintEvent, string>> = {
  reserved: '已登记，待打印',
  printed: '已打印，待确认',
  confirmed: '已确认拿到',
  failed: '未打印',
  unknown: '结果不明',
  print: '打印完成',
  fail: '打印失败',
  lose: '结果不明',
  confirm: '确认拿到',
  settle: '查实未拿到',
}

/** What a device says of a page, and the event it makes. */
const reportEvents = { printed: 'print', failed: 'fail', unknown: 'lose' } as const satisfies Record<string, PrintEvent>
export type PrintOutcome = keyof typeof reportEvents

export interface PrintStep {
  readonly state: PrintState
  /** `undefined`: nothing changes, the word is only written down. */
  readonly event: PrintEvent | undefined
}

/**
 * A device's report. The first one moves the print; later ones (a journal sent twice, a printer that remembers after a
 * restart) are written down and move nothing, so that a late 失败 cannot undo what the person confirmed.
 */
export function decideReport(state: PrintState, outcome: PrintOutcome): PrintStep {
  const event = reportEvents[outcome]
  if (state !== 'reserved') return { state, event: undefined }
  return { state: printMoves.reserved[event], event }
}

/** The person's own word at the tray: the strongest there is, except that nobody can hold what was not printed. */
export function decideConfirmation(state: PrintState, received: boolean): Result<PrintStep, 'moveNotAllowed'> {
  const said = received ? 'confirmed' : 'unknown'
  const already = state === said || (!received && state === 'failed')
  if (already) return ok({ state, event: undefined })
  const event = received ? 'confirm' : 'lose'
  const next = nextState(printMoves, state, event)
  return next.ok ? ok({ state: next.value, event }) : next
}

/** The page of a print may be fetched again while the network is bad, and never once paper may have moved. */
export function pageIsOpen(state: PrintState): boolean {
  return state === 'reserved'
}

export interface PrintableLicence {
  readonly state: LicenceState
  /** ISO day. */
  readonly validTo: string
}

/**
 * Whether this face may be printed today. The licence page is for a shop that may sell today, the query page for any
 * holder: it says the state as it is. A term that begins later (延续后的新期限) is no obstacle.
 */
export function checkPrintable(
  face: PrintFace,
  licence: PrintableLicence,
  today: Temporal.PlainDate,
): Result<undefined, 'printFaceNotAllowed' | 'licenceNotIssued'> {
  if (licence.state === 'none') return refuse('licenceNotIssued')
  if (face === 'query') return ok(undefined)
  const inForce = licence.state === 'valid' && licence.validTo >= today.toString()
  return inForce ? ok(undefined) : refuse('printFaceNotAllowed')
}
