import { type Actor, actorLabel } from '#kernel/actor'
import type { Moment } from '#kernel/dates'
import { maskName, maskPhone } from '#kernel/masking'
import { parsePhone } from '#kernel/phone'
import { ok, type Result, refuse } from '#kernel/refusal'
import { listByOperator } from '#modules/registry'
import { randomId } from '#platform/crypto'
import type { Tx } from '#platform/database'
import {
  cancelVisitRow,
  insertBooking,
  insertVisit,
  lockBooking,
  lockVisit,
  saveBookingState,
  type VisitRecord,
} from '../store/visits.ts'
import { recordTalk } from './record-talk.ts'
import type { Setting } from './setting.ts'

interface Doing {
  readonly by: Actor
  readonly at: Moment
}

/** 安排一次: a village day or helper hours, not in the past. */
export async function makeVisit(
  tx: Tx,
  visit: Omit<VisitRecord, 'id' | 'state'>,
  { by, at }: Doing,
): Promise<Result<string>> {
  if (Temporal.PlainDate.compare(Temporal.PlainDate.from(visit.day), at.today) < 0) return refuse('visitDayPast')
  if (visit.toMinute <= visit.fromMinute) return refuse('windowBackwards')
  const id = randomId()
  await insertVisit(tx, { ...visit, place: visit.place.trim(), id, madeBy: actorLabel(by) })
  return ok(id)
}

/** 取消安排: its bookings are cancelled with it; who booked is told by whoever calls them. */
export async function cancelVisit(tx: Tx, id: string): Promise<Result<string>> {
  const visit = await lockVisit(tx, id)
  if (!visit) return refuse('visitUnknown')
  if (visit.state === 'cancelled') return refuse('visitCancelled')
  await cancelVisitRow(tx, id)
  return ok(id)
}

export interface Booking {
  readonly visitId: string
  readonly name: string
  readonly phone: string
  readonly licenceNo: string | null
  readonly topic: string
}

/** 预约: by the retailer, or by the window and the helper on the telephone. The last place is given once. */
export async function book(
  tx: Tx,
  booking: Booking,
  { by, at }: Doing,
  { policy, keyring }: Setting,
): Promise<Result<string>> {
  const visit = await lockVisit(tx, booking.visitId)
  if (!visit) return refuse('visitUnknown')
  const day = Temporal.PlainDate.from(visit.day)
  if (visit.state === 'cancelled') return refuse('visitCancelled')
  if (Temporal.PlainDate.compare(day, at.today) < 0) return refuse('visitDayPast')
  if (Temporal.PlainDate.compare(day, at.today.add({ days: policy.bookingAheadDays })) > 0)
    return refuse('visitTooFar', { days: policy.bookingAheadDays })
  if (visit.taken >= visit.capacity) return refuse('visitFull')
  const phone = parsePhone(booking.phone)
  if (!phone.ok) return phone
  const personIndex = by.kind === 'citizen' ? by.personIndex : null
  if (personIndex !== null && booking.licenceNo !== null) {
    const own = await listByOperator(tx, personIndex)
    if (!own.some(shop => shop.licenceNo === booking.licenceNo)) return refuse('bookingNotYours')
  }
  const id = randomId()
  await insertBooking(tx, {
    id,
    visitId: visit.id,
    areaCode: visit.areaCode,
    personIndex,
    licenceNo: booking.licenceNo,
    nameSealed: keyring.sealField(booking.name.trim()),
    nameMasked: maskName(booking.name.trim()),
    phoneSealed: keyring.sealField(String(phone.value)),
    phoneMasked: maskPhone(String(phone.value)),
    topic: booking.topic.trim(),
    bookedBy: actorLabel(by),
    bookedAt: at.instant.toString(),
  })
  return ok(id)
}

export async function cancelBooking(tx: Tx, id: string): Promise<Result<undefined>> {
  const booking = await lockBooking(tx, id)
  if (!booking) return refuse('bookingUnknown')
  if (booking.state !== 'booked') return refuse('bookingNotOpen')
  await saveBookingState(tx, id, 'cancelled')
  return ok(undefined)
}

/** 已办: the visit took place; which articles were explained is kept with it. */
export async function finishBooking(
  tx: Tx,
  id: string,
  talk: { articles: readonly { instrument: string; article: number }[]; note: string } | null,
  { by, at }: Doing,
): Promise<Result<undefined>> {
  const booking = await lockBooking(tx, id)
  if (!booking) return refuse('bookingUnknown')
  if (booking.state !== 'booked') return refuse('bookingNotOpen')
  await saveBookingState(tx, id, 'done')
  if (talk === null) return ok(undefined)
  return recordTalk(tx, { talk, itemNo: null, bookingId: id, areaCode: booking.areaCode, by: actorLabel(by), at })
}
