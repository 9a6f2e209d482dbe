import type { Moment } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import type { Tx } from '#platform/database'
import type { PrintTicket } from '../contract.ts'
import { isOfVisit } from '../rules/print-access.ts'
import { decideConfirmation, decideReport, type PrintState } from '../rules/print-ledger.ts'
import { lockPrint, writeWord } from '../store/prints.ts'
import { type PrintFor, ticketOf } from './reserve-print.ts'

export interface PrintTold {
  readonly printId: string
  readonly printed: boolean
  readonly by: PrintFor
  readonly at: Moment
}

/**
 * 窗口说明打印结果: at the window no device reports, the officer sees the tray and the hand at once. “已打印” is both words in
 * turn; “没有打出来” makes the sheet unknown (the printer's queue may still hold it) and never prints another.
 */
export async function tellPrint(
  tx: Tx,
  { printId, printed, by, at }: PrintTold,
): Promise<Result<PrintTicket, 'notFound' | 'moveNotAllowed'>> {
  const print = await lockPrint(tx, printId)
  if (print === undefined || !isOfVisit(by, print)) return refuse('notFound')
  const word = (said: string, from: PrintState, to: PrintState) => ({
    ...{ said, from, to, by: by.label, at: at.instant.toString(), reason: null },
  })
  const out = printed ? decideReport(print.state, 'printed').state : print.state
  const step = decideConfirmation(out, printed)
  if (!step.ok) return step
  const seen = out === print.state ? print : await writeWord(tx, print, word('printed', print.state, out))
  const said = printed ? 'received' : 'notReceived'
  return ok(ticketOf(await writeWord(tx, seen, word(said, out, step.value.state))))
}
