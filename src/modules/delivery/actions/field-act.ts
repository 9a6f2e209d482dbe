import { type Actor, actorLabel } from '#kernel/actor'
import { CHINA, type Moment } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import type { Tx } from '#platform/database'
import type { DomainFiles } from '#platform/files'
import type { FieldAct } from '../contract.ts'
import { codeFrom } from '../rules/hand-over-code.ts'
import { decideMove } from '../rules/item/guards.ts'
import { carriedStates, type ItemEvent, servedStates } from '../rules/item/moves.ts'
import { cardMatches, checkCaptured, checkReceiver, isSigned, leaveProof } from '../rules/serving.ts'
import { type ItemRecord, lockItem, moveItem } from '../store/items.ts'
import { lockRound, noteProgress, type RoundRecord } from '../store/rounds.ts'
import { factsOf } from './facts-of.ts'
import { type KeptPhoto, keepPhotos } from './keep-photos.ts'
import { recordTalk } from './record-talk.ts'
import { serve } from './serve.ts'
import type { Setting } from './setting.ts'

export type Courier = Extract<Actor, { kind: 'staff' }>

interface Request {
  readonly act: FieldAct
  readonly by: Courier
  readonly byName: string
  readonly at: Moment
}

/** With the files, which the office's steps do not need. */
export interface FieldSetting extends Setting {
  readonly files: DomainFiles
}

export interface Acted {
  readonly item: ItemRecord
  readonly receiptNo: string | null
}

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
  if (act.kind === 'depart') {
    await noteProgress(tx, round.id)
    return ok({ item: left, receiptNo: null })
  }
  const done = await atTheDoor(tx, left, step, setting)
  if (!done.ok) return done
  if (act.talk) {
    const talked = await recordTalk(tx, {
      talk: act.talk,
      itemNo: item.itemNo,
      bookingId: null,
      areaCode: item.areaCode,
      by: actorLabel(by),
      at,
    })
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

interface Step extends Request {
  readonly capturedAt: Temporal.Instant
  readonly round: RoundRecord
}

const lineOf = ({ by, at, capturedAt }: Step) => ({
  by: actorLabel(by),
  at: at.instant.toString(),
  capturedAt: capturedAt.toString(),
})

async function depart(tx: Tx, item: ItemRecord, step: Step): Promise<ItemRecord> {
  if (item.state === 'onTheWay') return item
  const event: ItemEvent = item.state === 'secondTry' ? 'departAgain' : 'depart'
  return moveItem(tx, item, { event, to: 'onTheWay', ...lineOf(step) })
}

async function atTheDoor(tx: Tx, item: ItemRecord, step: Step, setting: FieldSetting): Promise<Result<Acted>> {
  const { act } = step
  if (act.kind === 'handOver') return handOver(tx, item, step, setting)
  if (act.kind === 'refused') return refused(tx, item, step, setting)
  const event = act.kind === 'absent' ? 'absent' : 'bringBack'
  const to = decideMove(event, factsOf(item), setting.policy)
  if (!to.ok) return to
  if (act.kind === 'absent') {
    const photos = await keepPhotos(tx, { item, event, photos: act.photos, capturedAt: step.capturedAt }, setting)
    if (!photos.ok) return photos
  }
  const note = 'note' in act ? act.note : ''
  const change = event === 'absent' ? { attempts: item.attempts + 1, roundId: null } : { roundId: null }
  return ok({ item: await moveItem(tx, item, { event, to: to.value, ...lineOf(step), note, change }), receiptNo: null })
}

const dayOf = (instant: Temporal.Instant): string => instant.toZonedDateTimeISO(CHINA).toPlainDate().toString()
const digestsOf = (photos: readonly KeptPhoto[]) => photos.map(photo => photo.digest)

async function handOver(tx: Tx, item: ItemRecord, step: Step, setting: FieldSetting): Promise<Result<Acted>> {
  const { act, at, byName, capturedAt } = step
  if (act.kind !== 'handOver') throw new Error('not a hand-over')
  const receiver = checkReceiver(act.receiver)
  if (!receiver.ok) return receiver
  const proof = checkProof(act, item, setting)
  if (!proof.ok) return proof
  const to = decideMove('handOver', factsOf(item), setting.policy)
  if (!to.ok) return to
  const photos = await keepPhotos(tx, { item, event: 'handOver', photos: act.photos, capturedAt }, setting)
  if (!photos.ok) return photos
  const done = await serve(
    tx,
    item,
    {
      event: 'handOver',
      to: to.value,
      how: 'handed',
      kind: act.proof.kind,
      receiver: receiver.value,
      ...(act.proof.kind === 'signature' ? { strokes: act.proof.strokes } : {}),
      photoDigests: digestsOf(photos.value),
      by: actorLabel(step.by),
      byName,
      capturedAt,
      servedOn: dayOf(capturedAt),
      at,
    },
    setting,
  )
  return ok(done)
}

/** 签收证明: the code is the person's own, the card is compared for the person alone, a signature needs a picture. */
function checkProof(
  act: Extract<FieldAct, { kind: 'handOver' }>,
  item: ItemRecord,
  { keyring }: Setting,
): Result<undefined> {
  const { proof, receiver } = act
  if (proof.kind === 'code')
    return proof.code === codeFrom(keyring.blindIndex('delivery.code', item.itemNo))
      ? ok(undefined)
      : refuse('codeWrong')
  if (proof.kind === 'card') {
    // Only the retailer's own number is on record; another receiver proves himself by code or signature.
    if (receiver.kind !== 'self') return refuse('cardOnlyForSelf')
    return cardMatches(proof.last4, item.operatorIdMasked) ? ok(undefined) : refuse('cardMismatch')
  }
  if (!isSigned(proof.strokes)) return refuse('receiptUnsigned')
  return act.photos.length > 0 ? ok(undefined) : refuse('photoMissing')
}

async function refused(tx: Tx, item: ItemRecord, step: Step, setting: FieldSetting): Promise<Result<Acted>> {
  const { act, at, byName, capturedAt } = step
  if (act.kind !== 'refused') throw new Error('not a refusal at the door')
  const event = act.leave ? 'leave' : 'refuse'
  const to = decideMove(event, factsOf(item), setting.policy)
  if (!to.ok) return to
  const photos = await keepPhotos(tx, { item, event, photos: act.photos, capturedAt }, setting)
  if (!photos.ok) return photos
  if (!act.leave) {
    const change = { attempts: item.attempts + 1, roundId: null }
    return ok({
      item: await moveItem(tx, item, { event, to: to.value, ...lineOf(step), note: act.why, change }),
      receiptNo: null,
    })
  }
  const proof = leaveProof({ witnesses: act.witnesses, photos: act.photos.length, why: act.why }, setting.policy)
  if (!proof.ok) return proof
  const done = await serve(
    tx,
    item,
    {
      event,
      to: to.value,
      how: 'left',
      kind: proof.value,
      receiver: { kind: 'none', name: '', relation: '' },
      witnesses: act.witnesses.map(name => name.trim()).filter(Boolean),
      why: act.why,
      photoDigests: digestsOf(photos.value),
      by: actorLabel(step.by),
      byName,
      capturedAt,
      servedOn: dayOf(capturedAt),
      at,
    },
    setting,
  )
  return ok(done)
}
