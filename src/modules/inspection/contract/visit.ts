import Type, { type Static } from 'typebox'
import { allow } from '#kernel/actor'
import type { Routes } from '#kernel/route'
import { outcomeLabels } from '../rules/draw/room.ts'
import { VisitAct } from '../rules/visit/act.ts'
import { type CodeVerdict, codeVerdictLabels } from '../rules/visit/codes.ts'
import type { Missing } from '../rules/visit/finish.ts'
import { type VisitState, visitStateLabels } from '../rules/visit/moves.ts'
import { Day, Nullable } from './shapes.ts'
import { TaskView } from './task.ts'

const State = Type.Enum(Object.keys(visitStateLabels) as [VisitState, ...VisitState[]])
const missing = [
  'checks',
  'outcome',
  'twoWords',
  'photo',
  'retailer',
  'scanOut',
  'officers',
] as const satisfies Missing[]
const Verdict = Type.Enum(Object.keys(codeVerdictLabels) as [CodeVerdict, ...CodeVerdict[]])
const Value = Type.Record(Type.String(), Type.Union([Type.String(), Type.Boolean(), Type.Null()]))
const Line = Type.Union([
  Type.Object({ kind: Type.Literal('enter'), field: Type.String(), by: Type.String(), value: Value }),
  Type.Object({
    kind: Type.Literal('choose'),
    field: Type.String(),
    by: Type.String(),
    side: Type.String(),
    reason: Type.String(),
  }),
])

/** A visit as both telephones and the desk see it: the lines of both officers, and what stands is folded from them. */
export const VisitView = Type.Object({
  state: State,
  scans: Type.Array(
    Type.Object({
      way: Type.Enum(['in', 'out']),
      by: Type.String(),
      how: Nullable(Type.Enum(['token', 'number'])),
      reason: Type.String(),
      capturedAt: Type.String(),
    }),
  ),
  lines: Type.Array(Line),
  photos: Type.Array(
    Type.Object({ digest: Type.String(), bytes: Type.Integer(), by: Type.String(), capturedAt: Type.String() }),
  ),
  signatures: Type.Array(
    Type.Object({ who: Type.Enum(['retailer', 'refused', 'officer']), by: Type.String(), digest: Type.String() }),
  ),
  codes: Type.Array(
    Type.Object({
      code: Type.String(),
      verdict: Verdict,
      licenceNo: Nullable(Type.String()),
      sortedOn: Nullable(Day),
    }),
  ),
  digest: Type.String(),
  missing: Type.Array(Type.Enum([...missing])),
  recordNo: Nullable(Type.String()),
})
export type VisitView = Static<typeof VisitView>

/** One task with what two officers need at the door without network. */
export const FieldTask = Type.Object({
  task: TaskView,
  /** Codes of the checklist, in its order. */
  checks: Type.Array(Type.String()),
  officers: Type.Array(Type.Object({ id: Type.String(), name: Type.String(), certificateNo: Nullable(Type.String()) })),
  noNoticeReason: Nullable(Type.String()),
  /** 证面 */
  face: Type.Object({
    shopName: Type.String(),
    operatorName: Type.String(),
    address: Type.String(),
    businessFormat: Type.String(),
    scope: Type.Array(Type.String()),
    state: Type.String(),
    validFrom: Day,
    validTo: Day,
    supplier: Nullable(Type.String()),
    position: Nullable(Type.Object({ lng: Type.Number(), lat: Type.Number() })),
  }),
  /** Earlier visits of the shop, the newest first. */
  history: Type.Array(
    Type.Object({
      checkedOn: Day,
      kind: Type.String(),
      outcome: Type.Enum(Object.keys(outcomeLabels) as [keyof typeof outcomeLabels, ...(keyof typeof outcomeLabels)[]]),
      rectifyBy: Nullable(Day),
    }),
  ),
  /** Days on which it ordered; null: the house has no orders. */
  orderDays: Nullable(Type.Array(Day)),
  visit: VisitView,
})
export type FieldTask = Static<typeof FieldTask>

export const FieldDay = Type.Object({
  day: Day,
  bureau: Type.String(),
  /** 执法证 of the asker holds today. */
  certified: Type.Boolean(),
  codeOrderDays: Type.Integer(),
  tasks: Type.Array(FieldTask),
})
export type FieldDay = Static<typeof FieldDay>

const params = Type.Object({ id: Type.String({ pattern: '^RW-\\d{4}-\\d{6}$' }) })
const readers = allow.staff('inspector', 'head', 'legal')
const url = '/api/inspection'

/** 现场检查 */
export const visitRoutes = {
  myVisits: {
    method: 'GET',
    url: `${url}/field/day`,
    allow: allow.staff('inspector'),
    summary: '检查人员今天的任务包（离线用，查看留痕）',
    reply: FieldDay,
  },
  visitAct: {
    method: 'POST',
    url: `${url}/field/acts`,
    allow: allow.staff('inspector'),
    summary: '外勤检查动作（可断网保存后发送）',
    body: VisitAct,
    reply: Type.Object({
      taskId: Type.String(),
      stateLabel: Type.String(),
      stateLabelEn: Type.String(),
      visit: VisitView,
    }),
  },
  visit: {
    method: 'GET',
    url: `${url}/tasks/:id/visit`,
    allow: readers,
    summary: '一次现场检查（查看留痕）',
    params,
    reply: VisitView,
  },
  visitPhoto: {
    method: 'GET',
    url: `${url}/tasks/:id/photos/:digest`,
    allow: readers,
    summary: '现场照片（查看留痕）',
    params: Type.Object({ ...params.properties, digest: Type.String({ pattern: '^[0-9a-f]{64}$' }) }),
    reply: Type.Object({ jpeg: Type.String() }),
  },
  visitRecord: {
    method: 'GET',
    url: `${url}/tasks/:id/record`,
    allow: readers,
    summary: '现场检查笔录（PDF）',
    params,
    reply: 'pdf',
  },
} as const satisfies Routes
