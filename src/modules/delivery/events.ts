import Type from 'typebox'
import { defineEvent } from '#platform/announce'
import { howLabels, type ServedHow } from './rules/ways.ts'

const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })

/** 已送达 */
export const served = defineEvent(
  'delivery.served',
  Type.Object({
    applicationNo: Type.String(),
    how: Type.Enum(Object.keys(howLabels) as ServedHow[]),
    on: Day,
    receiverKind: Type.String(),
    receiptNo: Type.String(),
  }),
)

/** 路线已排: the retailer may be told the day and the hand-over code. */
export const roundPlanned = defineEvent(
  'delivery.roundPlanned',
  Type.Object({ roundId: Type.String(), day: Day, items: Type.Array(Type.String()) }),
)

/** 预约提醒: the day before a visit; whoever sends messages reacts. */
export const visitNear = defineEvent(
  'delivery.visitNear',
  Type.Object({ bookingId: Type.String(), visitId: Type.String(), day: Day }),
)
