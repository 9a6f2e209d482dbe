import { type Actor, actorLabel } from '#kernel/actor'
import type { Moment } from '#kernel/dates'
import { parsePhone } from '#kernel/phone'
import type { Position } from '#kernel/position'
import { ok, type Result, refuse } from '#kernel/refusal'
import type { Tx } from '#platform/database'
import { isOpenState } from '../rules/item/open.ts'
import { lockItem, saveAddress } from '../store/items.ts'
import type { Setting } from './setting.ts'

/** 送达地址确认书: the retailer said where papers reach him; it holds for this item and is on record with who took it down. */
export async function confirmAddress(
  tx: Tx,
  it: { itemNo: string; address: string; phone?: string | undefined; position: Position | null; by: Actor; at: Moment },
  { keyring }: Setting,
): Promise<Result<string>> {
  const item = await lockItem(tx, it.itemNo)
  if (!item) return refuse('itemUnknown')
  if (!isOpenState(item.state)) return refuse('itemServedAlready')
  const phone = it.phone === undefined ? undefined : parsePhone(it.phone)
  if (phone && !phone.ok) return phone
  await saveAddress(tx, item, {
    address: it.address.trim(),
    phoneSealed: phone ? keyring.sealField(String(phone.value)) : item.phoneSealed,
    lng: it.position?.lng ?? item.lng,
    lat: it.position?.lat ?? item.lat,
    on: it.at.today.toString(),
  })
  return ok(actorLabel(it.by))
}
