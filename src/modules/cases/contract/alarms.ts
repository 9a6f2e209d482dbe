import Type, { type Static } from 'typebox'
import { allow } from '#kernel/actor'
import type { Routes } from '#kernel/route'
import { Day, strict, Words } from './shapes.ts'

/** 期限提醒 of one clock: the last step that was called out. */
export const CaseAlarm = Type.Object({
  id: Type.String(),
  caseNo: Type.String(),
  about: Type.String(),
  kind: Type.String(),
  clock: Words,
  dueOn: Day,
  /** `10d`, `4h`, or `late`. */
  level: Type.String(),
  at: Type.String(),
})
export type CaseAlarm = Static<typeof CaseAlarm>

export const alarmRoutes = {
  alarms: {
    method: 'GET',
    url: '/api/cases/alarms',
    allow: allow.staff('inspector', 'head'),
    summary: '给我的期限提醒',
    reply: Type.Object({ items: Type.Array(CaseAlarm) }),
  },
  alarmSeen: {
    method: 'POST',
    url: '/api/cases/alarms/:id/seen',
    allow: allow.staff('inspector', 'head'),
    summary: '知道了',
    params: Type.Object({ id: Type.String({ pattern: '^[0-9a-f-]{36}$' }) }, strict),
    reply: 'empty',
  },
} as const satisfies Routes
