import Type from 'typebox'
import { allow } from '#kernel/actor'
import type { Routes } from '#kernel/route'
import { AreaCode, Day, Id, Minute, Nullable, strict, Talk, Text, VisitView } from './shapes.ts'

const calendar = allow.staff('window', 'head', 'helper')
const params = { id: Type.Object({ id: Id }) }

/** 日历 */
export const visitContract = {
  listVisits: {
    method: 'GET',
    url: '/api/delivery/visits',
    allow: allow.of(calendar, allow.staff('courier')),
    summary: '送证下乡日与帮办时段',
    query: Type.Object({ from: Day, to: Day }),
    reply: Type.Object({ items: Type.Array(VisitView) }),
  },
  makeVisit: {
    method: 'POST',
    url: '/api/delivery/visits',
    allow: calendar,
    summary: '安排送证下乡日或帮办时段',
    body: Type.Object(
      {
        kind: Type.Enum(['village', 'helper']),
        areaCode: AreaCode,
        place: Text(80),
        day: Day,
        fromMinute: Minute,
        toMinute: Minute,
        capacity: Type.Integer({ minimum: 1, maximum: 200 }),
      },
      strict,
    ),
    reply: VisitView,
  },
  cancelVisit: {
    method: 'POST',
    url: '/api/delivery/visits/:id/cancellation',
    allow: calendar,
    summary: '取消一次安排',
    params: params.id,
    body: Type.Object({ reason: Text(200) }, strict),
    reply: VisitView,
  },
  book: {
    method: 'POST',
    url: '/api/delivery/visits/:id/bookings',
    allow: allow.of(calendar, allow.citizen),
    summary: '预约（本人或电话代约）',
    params: params.id,
    body: Type.Object(
      { name: Text(60), phone: Text(20), licenceNo: Nullable(Type.String({ pattern: '^\\d{12}$' })), topic: Text(100) },
      strict,
    ),
    reply: Type.Object({ bookingId: Type.String() }),
  },
  cancelBooking: {
    method: 'POST',
    url: '/api/delivery/bookings/:id/cancellation',
    allow: allow.of(calendar, allow.citizen),
    summary: '取消预约',
    params: params.id,
    reply: 'empty',
  },
  finishBooking: {
    method: 'POST',
    url: '/api/delivery/bookings/:id/completion',
    allow: allow.of(calendar, allow.staff('courier')),
    summary: '预约已办，记录政策解读',
    params: params.id,
    body: Type.Object({ talk: Nullable(Talk) }, strict),
    reply: 'empty',
  },
} as const satisfies Routes
