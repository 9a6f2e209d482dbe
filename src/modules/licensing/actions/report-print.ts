import { type Actor, actorLabel } from '#kernel/actor'
import type { Moment } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import type { Tx } from '#platform/database'
import type { PrintTicket } from '../contract.ts'
import { handlesPrint } from '../rules/print-access.ts'
import { decideReport, type PrintOutcome } from '../rules/print-ledger.ts'
import { lockPrint, writeWord } from '../store/prints.ts'
import { ticketOf } from './reserve-print.ts'

export interface PrintReport {
  readonly printId: string
  readonly outcome: PrintOutcome
  /** The device's word for it: completed, paperOut, printerLost. */
  readonly reason: string
  readonly by: Actor
  readonly at: Moment
}

/** 打印结果 as the device saw it. The first word moves the print, every word is written down, nothing is refused. */
export async function reportPrint(tx: Tx, report: PrintReport): Promise<Result<PrintTicket, 'notFound'>> {
  const print = await lockPrint(tx, report.printId)
  if (print === undefined || !handlesPrint(report.by, print)) return refuse('notFound')
  const { state } = decideReport(print.state, report.outcome)
  const word = {
    said: report.outcome,
    from: print.state,
    to: state,
    by: actorLabel(report.by),
    at: report.at.instant.toString(),
    reason: report.reason === '' ? null : report.reason,
  }
  return ok(ticketOf(await writeWord(tx, print, word)))
}
