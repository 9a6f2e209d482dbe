import type { Moment } from '#kernel/dates'
import { ok, type Result } from '#kernel/refusal'
import type { Tx } from '#platform/database'
import type { CitizenActor } from '../rules/who.ts'
import * as store from '../store/card-session.ts'
import { leaveSession } from '../store/channel.ts'

/** 退出办理. */
export async function endCardSession(tx: Tx, by: CitizenActor, at: Moment): Promise<Result<undefined>> {
  await store.endCardSession(tx, by.sessionId, { because: 'person', at: at.instant })
  if (by.terminalId !== undefined) await leaveSession(tx, by.sessionId, by.terminalId)
  return ok(undefined)
}
