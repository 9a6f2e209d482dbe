import { belowKind } from './below-kind.ts'
import { brandSpike } from './brand-spike.ts'
import { dearOverKind } from './dear-over-kind.ts'
import { expiredLicenceOrder } from './expired-licence-order.ts'
import { foreignCode } from './foreign-code.ts'
import { idleShop } from './idle-shop.ts'
import type { Indicator } from './indicator.ts'
import { leakedCode } from './leaked-code.ts'
import { monthOverMonth } from './month-over-month.ts'
import { nearSchool } from './near-school.ts'
import { neighboursDifference } from './neighbours-difference.ts'
import { nightBulk } from './night-bulk.ts'
import { orderSpike } from './order-spike.ts'
import { orderWhileSuspended } from './order-while-suspended.ts'
import { ownDrop } from './own-drop.ts'
import { ownRecord } from './own-record.ts'
import { priceClassShift } from './price-class-shift.ts'
import { quickSale } from './quick-sale.ts'
import { reported } from './reported.ts'
import { sensitiveShare } from './sensitive-share.ts'
import { sharedAccount } from './shared-account.ts'
import { sharedDeliveryPoint } from './shared-delivery-point.ts'
import { sharedDevice } from './shared-device.ts'
import { singleBrandShare } from './single-brand-share.ts'
import { soldOverBought } from './sold-over-bought.ts'
import { stockMismatch } from './stock-mismatch.ts'
import { volumeZ } from './volume-z.ts'

/** 全部指标: M01–M13 of reference §6.6, N01–N13 of the programme; the order is the one in which a reader meets them. */
export const indicators: readonly Indicator[] = [
  brandSpike,
  volumeZ,
  sensitiveShare,
  sharedDevice,
  sharedDeliveryPoint,
  idleShop,
  orderWhileSuspended,
  leakedCode,
  stockMismatch,
  nightBulk,
  nearSchool,
  expiredLicenceOrder,
  quickSale,
  orderSpike,
  monthOverMonth,
  singleBrandShare,
  priceClassShift,
  sharedAccount,
  neighboursDifference,
  ownRecord,
  reported,
  foreignCode,
  soldOverBought,
  ownDrop,
  belowKind,
  dearOverKind,
]
