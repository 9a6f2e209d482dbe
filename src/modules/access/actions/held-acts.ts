import type { Moment } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import { announce } from '#platform/announce'
import { randomId } from '#platform/crypto'
import type { Tx } from '#platform/database'
import type { Envelope, HeldActView } from '../contract.ts'
import { actHeld } from '../events.ts'
import type { ByStaff } from '../rules/who.ts'
import { endByKeys } from '../store/alarm.ts'
import * as store from '../store/held-act.ts'
import { findTerminal } from '../store/terminal.ts'

export interface HoldRequest {
  readonly terminalId: string
  readonly actKey: string
  readonly envelope: Envelope
  readonly reason: HeldActView['reason']
}

/** 转人工: keeps an act that the machine may not place by itself, and tells the house. */
export async function holdAct(tx: Tx, asked: HoldRequest, at: Moment): Promise<Result<undefined>> {
  const terminal = await findTerminal(tx, asked.terminalId)
  if (!terminal) return refuse('terminalMissing')
  const id = randomId()
  const { areaCode } = terminal
  const isNew = await store.insertHeldAct(tx, { id, ...asked, areaCode, at: at.instant })
  if (isNew) await announce(tx, actHeld, { heldActId: id, terminalId: terminal.id, areaCode, reason: asked.reason })
  return ok(undefined)
}

/** 已处理: somebody has spoken with the person and entered the matter by hand, or found that there is none. */
export async function settleHeldAct(
  tx: Tx,
  asked: { readonly id: string; readonly note: string },
  { by, at }: ByStaff,
): Promise<Result<undefined>> {
  const held = await store.lockHeldAct(tx, asked.id)
  if (!held) return refuse('heldActMissing')
  if (held.settledAt !== null) return refuse('heldActSettled')
  await store.saveSettlement(tx, asked.id, { by: by.staffId, note: asked.note, at: at.instant })
  await endByKeys(tx, [`actHeld:${asked.id}`], at.instant)
  return ok(undefined)
}
