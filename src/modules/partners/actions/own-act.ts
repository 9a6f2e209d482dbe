import type { Moment } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import type { Tx } from '#platform/database'
import type { CooperationAct } from '../contract.ts'
import { steps } from '../rules/action/moves.ts'
import { type TaskState, taskStateLabels } from '../rules/task/moves.ts'
import { toldAtOf } from '../rules/told-at.ts'
import { findGroup, insertStep, lockAction } from '../store/joint-actions.ts'
import { saveReply } from '../store/meetings.ts'
import { type Side, takeTaskStep } from './give-task.ts'
import { linkResult } from './move-action.ts'

interface Hand {
  readonly side: Side
  readonly by: string
  readonly at: Moment
}
interface Label {
  readonly label: string
  readonly labelEn: string
}

/** One act from outside, online or from the outbox: a step of a task, where a group stands, something found. */
export async function takeOwnAct(tx: Tx, act: CooperationAct, hand: Hand): Promise<Result<Label>> {
  if (act.kind === 'task') {
    const { taskId: id, event, words, toldAt } = act
    const done = await takeTaskStep(tx, { id, event, words, toldAt }, hand)
    if (!done.ok) return done
    const label = taskStateLabels[done.value.state as TaskState]
    return ok({ label: label.zh, labelEn: label.en })
  }
  if (act.kind === 'reply') return replyToCall(tx, act, hand)
  return act.kind === 'step' ? tellStep(tx, act, hand) : tellFind(tx, act, hand)
}

async function tellStep(
  tx: Tx,
  act: Extract<CooperationAct, { kind: 'step' }>,
  { side, by, at }: Hand,
): Promise<Result<Label>> {
  const action = await lockAction(tx, act.actionId)
  if (!action) return refuse('actionUnknown')
  if (action.state !== 'released' && action.state !== 'live') return refuse('actionNotNow')
  const group = await findGroup(tx, act.actionId, act.memberId)
  const own = group && ('agencyId' in side ? group.agencyId === side.agencyId : group.staff.includes(side.staffId))
  if (!own) return refuse('actionGroupNotYours')
  const toldAt = toldAtOf(act.toldAt, { now: at.instant, since: null })
  if (!toldAt.ok) return toldAt
  const { memberId, step, position, words } = act
  await insertStep(tx, act.actionId, {
    ...{ memberId, step, position, words: words.trim(), by },
    at: at.instant.toString(),
    toldAt: toldAt.value,
  })
  return ok({ label: steps[step].zh, labelEn: steps[step].en })
}

async function tellFind(
  tx: Tx,
  { actionId, words }: Extract<CooperationAct, { kind: 'find' }>,
  { side, by, at }: Hand,
): Promise<Result<Label>> {
  const agencyId = 'agencyId' in side ? side.agencyId : null
  const linked = await linkResult(tx, { id: actionId, kind: 'find', ref: '', words }, { by, at, agencyId })
  return linked.ok ? ok({ label: '已记入成果', labelEn: 'Noted as a result' }) : linked
}

/** 是否到会: an agency answers for itself, again if it changes its mind. */
async function replyToCall(
  tx: Tx,
  { meetingId, coming, words }: Extract<CooperationAct, { kind: 'reply' }>,
  { side, at }: Hand,
): Promise<Result<Label>> {
  if (!('agencyId' in side)) return refuse('meetingNotYours')
  const reply = { agencyId: side.agencyId, coming, words: words.trim(), at: at.instant.toString() }
  if (!(await saveReply(tx, meetingId, reply))) return refuse('meetingNotYours')
  return ok(coming ? { label: '答复参加', labelEn: 'Coming' } : { label: '答复不参加', labelEn: 'Not coming' })
}
