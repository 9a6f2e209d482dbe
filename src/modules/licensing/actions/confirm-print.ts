import { type Actor, actorLabel } from '#kernel/actor'
import type { Moment } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import type { Tx } from '#platform/database'
import type { PrintTicket } from '../contract.ts'
import { ownsPrint } from '../rules/print-access.ts'
import { decideConfirmation } from '../rules/print-ledger.ts'
import { lockPrint, writeWord } from '../store/prints.ts'
import { ticketOf } from './reserve-print.ts'

export interface PrintConfirmation {
  readonly printId: string
  readonly received: boolean
  readonly by: Actor
  readonly at: Moment
}

/** 确认拿到纸 by the person it was printed for; “没有拿到” makes the sheet unknown, never prints another. */
export async function confirmPrint(
  tx: Tx,
  confirmation: PrintConfirmation,
): Promise<Result<PrintTicket, 'notFound' | 'moveNotAllowed'>> {
  const { printId, received, by, at } = confirmation
  const print = await lockPrint(tx, printId)
  if (print === undefined || !ownsPrint(by, print)) return refuse('notFound')
  const step = decideConfirmation(print.state, received)
  if (!step.ok) return step
  const said = received ? 'received' : 'notReceived'
  const word = {
    said,
    from: print.state,
    to: step.value.state,
    by: actorLabel(by),
    at: at.instant.toString(),
    reason: null,
  }
  return ok(ticketOf(await writeWord(tx, print, word)))
}
