import { type Actor, actorLabel } from '#kernel/actor'
import type { Moment } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import type { Tx } from '#platform/database'
import { decideMove, type OfficeEvent, officeEvents } from '../rules/item/guards.ts'
import { cardMatches, checkReceiver, type Receiver } from '../rules/serving.ts'
import { type ItemRecord, lockItem, moveItem } from '../store/items.ts'
import { factsOf } from './facts-of.ts'
import { serve } from './serve.ts'
import type { Setting } from './setting.ts'

export interface OfficeStep {
  readonly itemNo: string
  readonly event: string
  readonly version: number
  readonly note: string
  readonly receiver?: Receiver | undefined
  readonly cardLast4?: string | undefined
  /** 邮件号, once the carrier took the parcel. */
  readonly mailNo?: string | undefined
  readonly by: Actor
  readonly byName: string
  readonly at: Moment
}

const isOffice = (event: string): event is OfficeEvent => (officeEvents as readonly string[]).includes(event)
/** Steps after which the retailer has it. */
const servingSteps = {
  collect: { how: 'collected', kind: 'card' },
  carrierDelivered: { how: 'post', kind: 'carrier' },
  confirm: { how: 'electronic', kind: 'confirmation' },
} as const

/** 窗口办理一步: what the office does with an item. Refusals: `itemUnknown`, `changedMeanwhile`, `stepNotPossible`, and what is missing. */
export async function takeOfficeStep(tx: Tx, step: OfficeStep, setting: Setting): Promise<Result<ItemRecord>> {
  const item = await lockItem(tx, step.itemNo)
  if (!item) return refuse('itemUnknown')
  if (item.version !== step.version) return refuse('itemChangedMeanwhile')
  const { event, at } = step
  if (!isOffice(event)) return refuse('deliveryStepUnknown')
  const to = decideMove(event, factsOf(item), setting.policy)
  if (!to.ok) return to
  const line = {
    event,
    to: to.value,
    by: actorLabel(step.by),
    at: at.instant.toString(),
    capturedAt: at.instant.toString(),
    note: step.note,
  }
  if (!Object.hasOwn(servingSteps, event)) {
    const change = {
      ...(event === 'unplan' || event === 'unplanAgain' ? { roundId: null } : {}),
      ...(step.mailNo === undefined ? {} : { mailNo: step.mailNo }),
    }
    return ok(await moveItem(tx, item, { ...line, change }))
  }
  const receiver = receiverOf(item, step)
  if (!receiver.ok) return receiver
  const { how, kind } = servingSteps[event as keyof typeof servingSteps]
  const done = await serve(
    tx,
    item,
    {
      event,
      to: to.value,
      how,
      kind,
      receiver: receiver.value,
      by: line.by,
      byName: step.byName,
      capturedAt: at.instant,
      servedOn: at.today.toString(),
      at,
    },
    setting,
  )
  return ok(done.item)
}

/** At the window the card is looked at; the carrier's word and a confirmation on the telephone are the person's. */
function receiverOf(item: ItemRecord, step: OfficeStep): Result<Receiver> {
  if (step.event !== 'collect')
    return checkReceiver(step.receiver ?? { kind: 'self', name: '', relation: '', checked: true })
  if (!step.receiver) return refuse('receiverUnnamed')
  const receiver = checkReceiver(step.receiver)
  if (!receiver.ok || receiver.value.kind !== 'self') return receiver
  return step.cardLast4 !== undefined && cardMatches(step.cardLast4, item.operatorIdMasked)
    ? receiver
    : refuse('cardMismatch')
}
