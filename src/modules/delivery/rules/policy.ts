import type { PolicySet } from '#platform/policy'

/** All numbers of delivery (本局参数) that hold on one day. */
export interface DeliveryPolicy {
  /** 上门次数 before another way is chosen. */
  readonly maximumAttempts: number
  readonly leaveWitnesses: number
  readonly leavePhotos: number
  readonly soonDays: number
  readonly travelKmPerHour: number
  /** Roads are longer than straight lines. */
  readonly detourFactor: number
  readonly handlingMinutes: number
  readonly shopOpensMinute: number
  readonly shopClosesMinute: number
  readonly roundStartMinute: number
  readonly roundStops: number
  readonly captureAheadSeconds: number
  readonly captureBehindHours: number
  readonly codeTries: number
  readonly bookingAheadDays: number
  readonly talkTopics: readonly string[]
  readonly bureau: { readonly name: string; readonly receiptMark: string }
}

/** @throws PolicyError when a value is missing or of another type. */
export const deliveryPolicyOf = (set: PolicySet): DeliveryPolicy => ({
  maximumAttempts: set.number('delivery.maximumAttempts'),
  leaveWitnesses: set.number('delivery.leaveWitnesses'),
  leavePhotos: set.number('delivery.leavePhotos'),
  soonDays: set.number('delivery.soonDays'),
  travelKmPerHour: set.number('delivery.travelKmPerHour'),
  detourFactor: set.number('delivery.detourFactor'),
  handlingMinutes: set.number('delivery.handlingMinutes'),
  shopOpensMinute: set.number('delivery.shopOpensMinute'),
  shopClosesMinute: set.number('delivery.shopClosesMinute'),
  roundStartMinute: set.number('delivery.roundStartMinute'),
  roundStops: set.number('delivery.roundStops'),
  captureAheadSeconds: set.number('delivery.captureAheadSeconds'),
  captureBehindHours: set.number('delivery.captureBehindHours'),
  codeTries: set.number('delivery.codeTries'),
  bookingAheadDays: set.number('delivery.bookingAheadDays'),
  talkTopics: set
    .text('delivery.talkTopics')
    .split(',')
    .map(part => part.trim()),
  bureau: { name: set.text('bureau.name'), receiptMark: set.text('delivery.receiptMark') },
})
