import { type Actor, actorLabel } from '#kernel/actor'
import type { Moment } from '#kernel/dates'
import { maskPhone } from '#kernel/masking'
import { parsePhone } from '#kernel/phone'
import type { Position } from '#kernel/position'
import { ok, type Result, refuse } from '#kernel/refusal'
import type { Tx } from '#platform/database'
import { issueAddressPaper } from '../papers/issue-receipt.ts'
import type { AddressWay } from '../rules/address-ways.ts'
import { isOpenState } from '../rules/item/open.ts'
import { lockItem, saveAddress } from '../store/items.ts'
import type { Setting } from './setting.ts'

/** 送达地址确认书: the retailer said where papers reach him; it holds for this item, and the paper says who took it down and how. */
export async function confirmAddress(
  tx: Tx,
  it: {
    itemNo: string
    address: string
    phone?: string | undefined
    position: Position | null
    way: AddressWay
    by: Actor
    byName: string
    at: Moment
  },
  setting: Setting,
): Promise<Result<string>> {
  const { keyring } = setting
  const item = await lockItem(tx, it.itemNo)
  if (!item) return refuse('itemUnknown')
  if (!isOpenState(item.state)) return refuse('itemServedAlready')
  const phone = it.phone === undefined ? undefined : parsePhone(it.phone)
  if (phone && !phone.ok) return phone
  const address = it.address.trim()
  const phoneSealed = phone ? keyring.sealField(String(phone.value)) : item.phoneSealed
  await saveAddress(tx, item, {
    address,
    phoneSealed,
    lng: it.position?.lng ?? item.lng,
    lat: it.position?.lat ?? item.lat,
    on: it.at.today.toString(),
  })
  const { way, byName, at } = it
  const phoneMasked = phoneSealed === null ? '' : maskPhone(keyring.openField(phoneSealed))
  await issueAddressPaper(tx, item, { address, phoneMasked, way, byName, at }, setting)
  return ok(actorLabel(it.by))
}
