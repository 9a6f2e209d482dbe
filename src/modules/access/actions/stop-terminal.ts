import type { Moment } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import { announce } from '#platform/announce'
import type { Tx } from '#platform/database'
import * as events from '../events.ts'
import { moveTerminal } from '../rules/terminal-states.ts'
import { endSessionsAt } from '../store/card-session.ts'
import { lockTerminal, stopTerminal as saveStop } from '../store/terminal.ts'

export interface StopRequest {
  readonly id: string
  /** `freeze` is the machine's own doing when a key speaks from two places; `revoke` is a person's. */
  readonly event: 'freeze' | 'revoke'
  readonly reason: string
}

/** 冻结或吊销终端. Effective with the terminal's next request: the same statement that raises its counter reads its state. */
export async function stopTerminal(tx: Tx, asked: StopRequest, at: Moment): Promise<Result<string>> {
  const terminal = await lockTerminal(tx, asked.id)
  if (!terminal) return refuse('terminalMissing')
  const next = moveTerminal(terminal.state, asked.event)
  if (!next.ok) return next
  const state = asked.event === 'freeze' ? 'frozen' : 'revoked'
  await saveStop(tx, terminal.id, { state, reason: asked.reason, at: at.instant })
  await endSessionsAt(tx, terminal.id, { because: 'terminalStopped', at: at.instant })
  const event = asked.event === 'freeze' ? events.terminalCloned : events.terminalRevoked
  await announce(tx, event, { terminalId: terminal.id, areaCode: terminal.areaCode })
  return ok(terminal.id)
}
