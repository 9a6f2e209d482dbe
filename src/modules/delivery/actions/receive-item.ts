import type { Static } from 'typebox'
import type { Moment } from '#kernel/dates'
import type { decisionToServe } from '#modules/licensing'
import { findRetailer } from '#modules/registry'
import type { Tx } from '#platform/database'
import { insertItem } from '../store/items.ts'

/**
 * 收件待送达: a decision that has to reach the retailer becomes an item. Twice announced, it is one item. A licence the
 * register does not know yet comes in without name and address; the window confirms them (送达地址确认书).
 */
export async function receiveItem(tx: Tx, fact: Static<typeof decisionToServe.payload>, at: Moment): Promise<void> {
  const retailer = await findRetailer(tx, fact.licenceNo)
  await insertItem(tx, {
    applicationNo: fact.applicationNo,
    licenceNo: fact.licenceNo,
    areaCode: retailer?.areaCode ?? fact.areaCode,
    personIndex: retailer?.operatorIndex ?? null,
    service: fact.service,
    result: fact.result,
    mode: fact.deliverMode,
    serveBy: fact.serveBy,
    shopName: retailer?.shopName ?? '',
    operatorName: retailer?.operatorName ?? '',
    operatorIdMasked: retailer?.operatorIdMasked ?? '',
    address: retailer?.address ?? '',
    phoneSealed: retailer?.phoneSealed ?? null,
    lng: retailer?.position?.lng ?? null,
    lat: retailer?.position?.lat ?? null,
    receivedOn: at.today.toString(),
    receivedAt: at.instant.toString(),
  })
}
