import Type, { type Static } from 'typebox'
import { allow } from '#kernel/actor'
import type { Routes } from '#kernel/route'
import { type TaskKind, type TaskState, taskKinds, taskStateLabels } from '../rules/task/moves.ts'
import { Day, strict } from './shapes.ts'

const Month = Type.String({ pattern: '^\\d{4}-(0[1-9]|1[0-2])$' })
const PeriodId = Type.String({ pattern: '^(JR|GF)-\\d{4}-\\d{2}-\\d{2}$' })

export const InspectionCalendar = Type.Object({
  today: Day,
  month: Month,
  /** False: the holidays of this year are not published, only weekends are days off. */
  published: Type.Boolean(),
  days: Type.Array(
    Type.Object({
      day: Day,
      off: Type.Boolean(),
      holiday: Type.Union([Type.String(), Type.Null()]),
      season: Type.Boolean(),
    }),
  ),
  tasks: Type.Array(
    Type.Object({
      id: Type.String(),
      licenceNo: Type.String(),
      shopName: Type.String(),
      town: Type.String(),
      kind: Type.Enum(Object.keys(taskKinds) as [TaskKind, ...TaskKind[]]),
      hours: Type.Enum(['office', 'off']),
      state: Type.Enum(Object.keys(taskStateLabels) as [TaskState, ...TaskState[]]),
      officers: Type.Array(Type.String()),
      day: Day,
    }),
  ),
  /** Of the month, and of the year that follows today. */
  periods: Type.Array(
    Type.Object({
      id: Type.String(),
      kind: Type.Enum(['holiday', 'season']),
      name: Type.String(),
      from: Day,
      to: Day,
      /** The day on which the machine proposes by itself. */
      raisesOn: Day,
      proposed: Type.Integer(),
      sent: Type.Integer(),
      over: Type.Boolean(),
    }),
  ),
  raise: Type.Object({
    leadDays: Type.Integer(),
    shops: Type.Integer(),
    joint: Type.Integer(),
    partner: Type.String(),
  }),
  /** 定期核查: cycles by class, this week's proposals, and how many shops are due beside them. */
  regular: Type.Object({
    cycles: Type.Record(Type.Enum(['A', 'B', 'C', 'D', 'N']), Type.Integer()),
    perWeek: Type.Integer(),
    week: Type.String(),
    proposed: Type.Integer(),
    sent: Type.Integer(),
    due: Type.Integer(),
  }),
  yearlyCap: Type.Integer(),
  /** Shops at or over the yearly limit. */
  capped: Type.Array(
    Type.Object({ licenceNo: Type.String(), shopName: Type.String(), town: Type.String(), visits: Type.Integer() }),
  ),
})
export type InspectionCalendar = Static<typeof InspectionCalendar>

/** 检查日历 */
export const calendarRoutes = {
  calendar: {
    method: 'GET',
    url: '/api/inspection/calendar',
    allow: allow.staff('inspector', 'head', 'legal', 'analyst'),
    summary: '检查日历：节假日、高发期、每天的检查和年度上限',
    query: Type.Object({ month: Type.Optional(Month) }),
    reply: InspectionCalendar,
  },
  raisePeriod: {
    method: 'POST',
    url: '/api/inspection/calendar/periods/:id/proposals',
    allow: allow.staff('inspector', 'analyst'),
    summary: '提前提出一个节假日或者高发期的检查建议',
    params: Type.Object({ id: PeriodId }),
    body: Type.Object({ month: Month }, strict),
    reply: InspectionCalendar,
  },
} as const satisfies Routes
