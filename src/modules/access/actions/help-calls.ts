import type { Moment } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import { announce } from '#platform/announce'
import { randomId } from '#platform/crypto'
import type { Tx } from '#platform/database'
import { helpCalled } from '../events.ts'
import type { ByStaff } from '../rules/who.ts'
import { endByKeys } from '../store/alarm.ts'
import * as store from '../store/help-call.ts'
import { findTerminal } from '../store/terminal.ts'

export interface HelpAsk {
  readonly terminalId: string
  readonly sessionId: string | undefined
  /** The step at which the person is stuck. */
  readonly step: string
}

/** 找人帮忙; gives the call's id. */
export async function callHelper(tx: Tx, asked: HelpAsk, at: Moment): Promise<Result<string>> {
  const terminal = await findTerminal(tx, asked.terminalId)
  if (!terminal) return refuse('terminalMissing')
  const id = randomId()
  const { areaCode } = terminal
  await store.insertHelpCall(tx, { id, ...asked, areaCode, at: at.instant })
  await announce(tx, helpCalled, { helpCallId: id, terminalId: terminal.id, areaCode })
  return ok(id)
}

/** 回应求助. Saying it twice is the same person's right; a colleague is told that somebody is on the way. */
export async function answerHelpCall(tx: Tx, id: string, { by, at }: ByStaff): Promise<Result<undefined>> {
  const call = await store.lockHelpCall(tx, id)
  if (!call) return refuse('helpCallMissing')
  if (call.answeredBy === by.staffId) return ok(undefined)
  if (call.answeredBy !== null) return refuse('helpCallAnswered')
  await store.saveAnswer(tx, id, { by: by.staffId, at: at.instant })
  await endByKeys(tx, [`helpWaiting:${id}`], at.instant)
  return ok(undefined)
}
