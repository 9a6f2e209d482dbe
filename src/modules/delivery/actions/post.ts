import { actorLabel } from '#kernel/actor'
import { dayInChina, type Moment } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import type { Database, Tx } from '#platform/database'
import { serviceWords } from '../papers/words.ts'
import type { PostCarrier, PostEvent } from '../ports.ts'
import { findItem } from '../queries/items.ts'
import { findItemByOrder } from '../queries/parcels.ts'
import { decideMove } from '../rules/item/guards.ts'
import { readCursor, saveCursor } from '../store/carrier.ts'
import { lockItem, moveItem } from '../store/items.ts'
import { factsOf } from './facts-of.ts'
import { serve } from './serve.ts'
import type { Setting } from './setting.ts'

const everything = { areas: 'all' } as const
const carrier = actorLabel({ kind: 'system', job: 'delivery.readCarrier' })

/**
 * 交邮: asks the carrier before the step is written. The order number is the item with its version, so that a try that broke
 * off is the same order, and a second posting another one.
 */
export async function orderParcel(
  it: { itemNo: string; version: number },
  { database, post, setting }: { database: Database; post: PostCarrier; setting: Setting },
): Promise<Result<string>> {
  const item = await database.within(everything, tx => findItem(tx, it.itemNo))
  if (!item) return refuse('itemUnknown')
  if (item.version !== it.version) return refuse('itemChangedMeanwhile')
  const may = decideMove('sendPost', factsOf(item), setting.policy)
  if (!may.ok) return may
  const phone = item.phoneSealed === null ? '' : setting.keyring.openField(item.phoneSealed)
  const ordered = await post
    .order({
      orderId: `${item.itemNo}-${item.version}`,
      to: { name: item.operatorName, phone, address: item.address },
      what: serviceWords(item),
    })
    .catch(() => ({ kind: 'unavailable' }) as const)
  if (ordered.kind === 'ordered') return ok(ordered.mailNo)
  return ordered.kind === 'refused' ? refuse('carrierRefused') : refuse('carrierUnavailable')
}

/** 邮件轨迹: each event in its own transaction; what is known already moves nothing. */
export async function readCarrier(
  { database, post }: { database: Database; post: PostCarrier },
  at: Moment,
  setting: Setting,
): Promise<number> {
  const cursor = await database.within(everything, readCursor)
  const heard = await post.eventsSince(cursor)
  if (heard.kind === 'unavailable') return 0
  for (const event of heard.events) await database.within(everything, tx => takeEvent(tx, event, at, setting))
  await database.within(everything, tx => saveCursor(tx, heard.cursor))
  return heard.events.length
}

async function takeEvent(tx: Tx, event: PostEvent, at: Moment, setting: Setting): Promise<void> {
  const itemNo = await findItemByOrder(tx, event.mailNo)
  const item = itemNo === undefined ? undefined : await lockItem(tx, itemNo)
  if (item?.state !== 'posted' || (event.kind !== 'delivered' && event.kind !== 'returned')) return
  const happened = Temporal.Instant.from(event.at)
  if (event.kind === 'returned') {
    const line = { by: carrier, at: at.instant.toString(), capturedAt: happened.toString() }
    await moveItem(tx, item, { event: 'carrierReturned', to: 'returned', ...line })
    return
  }
  await serve(
    tx,
    item,
    {
      event: 'carrierDelivered',
      to: 'delivered',
      how: 'post',
      kind: 'carrier',
      receiver: { kind: 'self', name: '', relation: event.receiver ?? '' },
      by: carrier,
      byName: '邮政企业',
      capturedAt: happened,
      servedOn: dayInChina(happened).toString(),
      at,
    },
    setting,
  )
}
