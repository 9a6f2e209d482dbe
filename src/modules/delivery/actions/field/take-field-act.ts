import { actorLabel } from '#kernel/actor'
import { ok, type Result, refuse } from '#kernel/refusal'
import type { Tx } from '#platform/database'
import { carriedStates, type ItemEvent, servedStates } from '../../rules/item/moves.ts'
import { checkCaptured } from '../../rules/serving.ts'
import { type ItemRecord, lockItem, moveItem } from '../../store/items.ts'
import { lockRound, noteProgress, type RoundRecord } from '../../store/rounds.ts'
import { recordTalk } from '../record-talk.ts'
import { type Acted, type FieldSetting, lineOf, type Request, type Step } from './act.ts'
import { handOver } from './hand-over.ts'
import { notReached } from './not-reached.ts'
import { refused } from './refused.ts'

/**
 * 外勤动作: one act at a door, told now or after an outage. Refusals that the telephone shows as 有冲突: `roundNotYours`,
 * `itemReassigned`, `itemServedAlready`, `capturedTooOld`, `cardMismatch`, `codeWrong`. A departure that was not told is made up for.
 */
export async function takeFieldAct(tx: Tx, request: Request, setting: FieldSetting): Promise<Result<Acted>> {
  const { act, by, at } = request
  const captured = readInstant(act.capturedAt)
  if (!captured) return refuse('capturedUnreadable')
  const when = checkCaptured(captured, at.instant, setting.policy)
  if (!when.ok) return when
  const round = await lockRound(tx, act.roundId)
  if (!round || round.courierId !== by.staffId) return refuse('roundNotYours')
  const item = await lockItem(tx, act.itemNo)
  if (!item) return refuse('itemUnknown')
  const fault = carriedBy(item, round)
  if (fault) return fault
  const step = { ...request, capturedAt: when.value, round }
  const left = await depart(tx, item, step)
  const done = await atTheDoor(tx, left, step, setting)
  if (!done.ok) return done
  if (act.kind !== 'depart' && act.talk) {
    const about = { itemNo: item.itemNo, bookingId: null, areaCode: item.areaCode }
    const talked = await recordTalk(tx, { talk: act.talk, ...about, by: actorLabel(by), at })
    if (!talked.ok) return talked
  }
  await noteProgress(tx, round.id)
  return done
}

function readInstant(text: string): Temporal.Instant | undefined {
  try {
    return Temporal.Instant.from(text)
  } catch {
    return undefined
  }
}

function carriedBy(item: ItemRecord, round: RoundRecord) {
  if (servedStates.includes(item.state)) return refuse('itemServedAlready')
  const carried = (carriedStates as readonly string[]).includes(item.state)
  return item.roundId === round.id && carried ? undefined : refuse('itemReassigned')
}

async function depart(tx: Tx, item: ItemRecord, step: Step): Promise<ItemRecord> {
  if (item.state === 'onTheWay') return item
  const event: ItemEvent = item.state === 'secondTry' ? 'departAgain' : 'depart'
  return moveItem(tx, item, { event, to: 'onTheWay', ...lineOf(step) })
}

async function atTheDoor(tx: Tx, item: ItemRecord, step: Step, setting: FieldSetting): Promise<Result<Acted>> {
  const { act } = step
  switch (act.kind) {
    case 'depart':
      return ok({ item, receiptNo: null })
    case 'handOver':
      return handOver(tx, item, { ...step, act }, setting)
    case 'refused':
      return refused(tx, item, { ...step, act }, setting)
    default:
      return notReached(tx, item, { ...step, act }, setting)
  }
}
