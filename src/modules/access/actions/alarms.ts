import type { Moment } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import type { Tx } from '#platform/database'
import { alarmStateOf, moveAlarm } from '../rules/alarms.ts'
import type { ByStaff } from '../rules/who.ts'
import * as store from '../store/alarm.ts'

interface Place {
  readonly terminalId: string
  readonly areaCode: string
}

/** 终端疑似被克隆: stands until the security administrator has looked into it. */
export const alarmOfClone = (tx: Tx, { terminalId, areaCode }: Place, at: Moment): Promise<void> =>
  store.raiseAlarms(
    tx,
    [{ key: `cloned:${terminalId}`, kind: 'cloned', terminalId, areaCode, terminals: 1 }],
    at.instant,
  )

/** 终端已吊销: colleagues who send people there must know; its silence is no longer a question. */
export async function alarmOfRevocation(tx: Tx, { terminalId, areaCode }: Place, at: Moment): Promise<void> {
  await store.endByKeys(tx, [`silent:${terminalId}`], at.instant)
  const raise = { key: `revoked:${terminalId}`, kind: 'revoked', terminalId, areaCode, terminals: 1 } as const
  await store.raiseAlarms(tx, [raise], at.instant)
}

/** 有办理动作待人工处理: ends when the act is settled. */
export const alarmOfHeldAct = (tx: Tx, fact: Place & { heldActId: string }, at: Moment): Promise<void> => {
  const { heldActId, terminalId, areaCode } = fact
  const raise = { key: `actHeld:${heldActId}`, kind: 'actHeld', terminalId, areaCode, terminals: 1 } as const
  return store.raiseAlarms(tx, [raise], at.instant)
}

interface Word {
  readonly id: string
  readonly note: string
}

/** 已知悉: somebody is at it; colleagues see who. */
export const acknowledgeAlarm = (tx: Tx, asked: Word, who: ByStaff): Promise<Result<undefined>> =>
  move(tx, asked, 'acknowledge', who)

/** 已处理: over, with a word how. */
export const endAlarm = (tx: Tx, asked: Word, who: ByStaff): Promise<Result<undefined>> => move(tx, asked, 'end', who)

async function move(
  tx: Tx,
  { id, note }: Word,
  event: 'acknowledge' | 'end',
  { by, at }: ByStaff,
): Promise<Result<undefined>> {
  const alarm = await store.lockAlarm(tx, id)
  if (!alarm) return refuse('alarmMissing')
  const next = moveAlarm(alarmStateOf(alarm), event)
  if (!next.ok) return next
  const save = event === 'acknowledge' ? store.saveAcknowledgement : store.saveEnd
  await save(tx, id, { by: by.staffId, note, at: at.instant })
  return ok(undefined)
}
