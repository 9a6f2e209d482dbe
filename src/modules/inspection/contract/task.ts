import Type, { type Static } from 'typebox'
import { allow } from '#kernel/actor'
import type { Routes } from '#kernel/route'
import { type Outcome, outcomeLabels } from '../rules/draw/room.ts'
import { type Turn, turns } from '../rules/task/first.ts'
import { type TaskKind, type TaskState, taskKinds, taskSources, taskStateLabels } from '../rules/task/moves.ts'
import { type ReasonCode, reasons } from '../rules/task/reasons.ts'
import { Day, Nullable, strict, Text } from './shapes.ts'

const Kind = Type.Enum(Object.keys(taskKinds) as [TaskKind, ...TaskKind[]])
const State = Type.Enum(Object.keys(taskStateLabels) as [TaskState, ...TaskState[]])
const Reason = Type.Enum(Object.keys(reasons) as [ReasonCode, ...ReasonCode[]])
const OutcomeCode = Type.Enum(Object.keys(outcomeLabels) as [Outcome, ...Outcome[]])
const Hours = Type.Enum(['office', 'off'])
const LicenceNo = Type.String({ pattern: '^\\d{12}$' })
const TaskId = Type.String({ pattern: '^RW-\\d{4}-\\d{6}$' })

export const TaskView = Type.Object({
  id: Type.String(),
  licenceNo: Type.String(),
  shopName: Type.String(),
  town: Type.String(),
  kind: Kind,
  source: Type.Enum([...taskSources]),
  sourceRef: Nullable(Type.String()),
  reasons: Type.Array(Reason),
  why: Type.String(),
  /** What to look for, in words. */
  checklist: Type.Array(Type.String()),
  basis: Type.Array(Type.String()),
  hours: Hours,
  /** At which hours the two go: `17:30-22:00`. */
  between: Type.String(),
  dueBy: Day,
  partner: Nullable(Type.String()),
  state: State,
  version: Type.Integer(),
  visitOn: Nullable(Day),
  officers: Type.Array(Type.String()),
  proposedBy: Type.String(),
  /** Visits of the shop this year, against the limit. */
  visits: Type.Integer(),
  /** Whether the yearly limit holds for this kind. */
  capped: Type.Boolean(),
  /** Whether the asker is one of the two who go. */
  mine: Type.Boolean(),
  outcome: Nullable(OutcomeCode),
  rectifyBy: Nullable(Day),
  foundWords: Nullable(Type.String()),
  /** 现场检查笔录, where a visit made one. */
  recordNo: Nullable(Type.String()),
})
export type TaskView = Static<typeof TaskView>

export const TaskBoard = Type.Object({
  today: Day,
  /** 高发期 or a day off: off-hours and joint visits are asked for. */
  raised: Type.Boolean(),
  yearlyCap: Type.Integer(),
  /** 本周先派: proposals within the capacity of the officers, by what they were made for; the numbers of their tasks. */
  first: Type.Array(
    Type.Object({ turn: Type.Enum(Object.keys(turns) as [Turn, ...Turn[]]), ids: Type.Array(Type.String()) }),
  ),
  force: Type.Object({ pairs: Type.Integer(), perPair: Type.Integer(), planned: Type.Integer() }),
  /** Proposals behind these, which `items` leaves out until they are asked for. */
  rest: Type.Integer(),
  items: Type.Array(TaskView),
})
export type TaskBoard = Static<typeof TaskBoard>

export const TaskDetail = Type.Object({
  task: TaskView,
  today: Day,
  yearlyCap: Type.Integer(),
  events: Type.Array(
    Type.Object({ at: Type.String(), event: Type.String(), toState: State, by: Type.String(), note: Type.String() }),
  ),
  /** Who may go on the day, or why not. */
  candidates: Type.Array(
    Type.Object({ id: Type.String(), name: Type.String(), load: Type.Integer(), whyNot: Nullable(Type.String()) }),
  ),
})
export type TaskDetail = Static<typeof TaskDetail>

const params = Type.Object({ id: TaskId })
const url = '/api/inspection/tasks'

/** 检查任务: proposed, sent by a person, on one board. */
export const taskRoutes = {
  board: {
    method: 'GET',
    url,
    allow: allow.staff('inspector', 'head', 'legal', 'analyst'),
    summary: '检查任务（APCD）',
    query: Type.Object({
      ref: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
      proposals: Type.Optional(Type.Literal('all')),
    }),
    reply: TaskBoard,
  },
  task: {
    method: 'GET',
    url: `${url}/:id`,
    allow: allow.staff('inspector', 'head', 'legal', 'analyst'),
    summary: '一项检查任务，和当天可以派的人员',
    params,
    query: Type.Object({ on: Type.Optional(Day) }),
    reply: TaskDetail,
  },
  tasksOfShop: {
    method: 'GET',
    url: '/api/inspection/shops/:licenceNo/tasks',
    allow: allow.staff('inspector', 'head', 'legal', 'analyst'),
    summary: '一户的检查任务和结果',
    params: Type.Object({ licenceNo: LicenceNo }),
    reply: Type.Object({ items: Type.Array(TaskView) }),
  },
  proposeByHand: {
    method: 'POST',
    url,
    allow: allow.staff('inspector', 'analyst', 'head'),
    summary: '提出检查建议',
    body: Type.Object(
      {
        licenceNo: LicenceNo,
        kind: Kind,
        reasons: Type.Array(Reason, { minItems: 1, maxItems: 10 }),
        why: Text(500, 0),
        dueBy: Nullable(Day),
        partner: Nullable(Text(60)),
        noNoticeReason: Nullable(Text(300)),
      },
      strict,
    ),
    reply: TaskBoard,
  },
  approveTask: {
    method: 'POST',
    url: `${url}/:id/approval`,
    allow: allow.staff('head'),
    summary: '审批派工（行政检查审批表）',
    privileged: true,
    params,
    body: Type.Object(
      {
        version: Type.Integer(),
        visitOn: Day,
        hours: Hours,
        officers: Type.Array(Text(40), { maxItems: 2 }),
      },
      strict,
    ),
    reply: TaskBoard,
  },
  stepTask: {
    method: 'POST',
    url: `${url}/:id/steps`,
    allow: allow.staff('head'),
    summary: '不检查，或者收回派工',
    params,
    body: Type.Object({ version: Type.Integer(), event: Type.Enum(['reject', 'recall']), note: Text(300) }, strict),
    reply: TaskBoard,
  },
  reportFinding: {
    method: 'POST',
    url: `${url}/:id/finding`,
    allow: allow.staff('inspector'),
    summary: '报检查结果（两名检查人员之一）',
    params,
    body: Type.Object({ outcome: OutcomeCode, checkedOn: Day, words: Text(1000, 0), rectifyBy: Nullable(Day) }, strict),
    reply: TaskBoard,
  },
  settleTask: {
    method: 'POST',
    url: `${url}/:id/settlement`,
    allow: allow.staff('head'),
    summary: '办结并反馈理由是否属实',
    params,
    body: Type.Object(
      { version: Type.Integer(), verdict: Type.Enum(['true', 'false', 'unclear']), words: Text(300) },
      strict,
    ),
    reply: TaskBoard,
  },
} as const satisfies Routes
