import Type, { type Static } from 'typebox'
import { allow } from '#kernel/actor'
import type { Routes } from '#kernel/route'
import { receiverEvents } from '../rules/task/moves.ts'
import {
  ActionId,
  Instant,
  MeetingId,
  Nullable,
  Point,
  readers,
  strict,
  TaskId,
  Text,
  Uuid,
} from './cooperation-shapes.ts'
import { StepCode } from './joint-actions.ts'
import { MatterCode } from './meetings.ts'
import { TaskView } from './tasks.ts'

/** What an act from outside is about: a task, a step in an action, a find there, a reply to a call. The same shapes online and from the outbox. */
export const CooperationAct = Type.Union([
  Type.Object(
    {
      kind: Type.Literal('task'),
      taskId: TaskId,
      event: Type.Enum([...receiverEvents]),
      words: Text(1_000, 0),
      toldAt: Instant,
    },
    strict,
  ),
  Type.Object(
    {
      kind: Type.Literal('step'),
      actionId: ActionId,
      memberId: Uuid,
      step: StepCode,
      position: Nullable(Point),
      words: Text(300, 0),
      toldAt: Instant,
    },
    strict,
  ),
  Type.Object({ kind: Type.Literal('find'), actionId: ActionId, words: Text(500, 2), toldAt: Instant }, strict),
  Type.Object(
    { kind: Type.Literal('reply'), meetingId: MeetingId, coming: Type.Boolean(), words: Text(200, 0), toldAt: Instant },
    strict,
  ),
])
export type CooperationAct = Static<typeof CooperationAct>

export const OwnAction = Type.Object({
  id: Type.String(),
  title: Type.String(),
  purpose: Type.String(),
  lead: Type.String(),
  startsAt: Type.String(),
  endsAt: Type.String(),
  state: Type.String(),
  stateLabel: Type.String(),
  stateLabelEn: Type.String(),
  area: Type.Array(Point),
  /** Own groups: only for these the asker tells where they are. */
  members: Type.Array(
    Type.Object({ id: Type.String(), name: Type.String(), duty: Type.String(), step: Nullable(StepCode) }),
  ),
  phases: Type.Array(
    Type.Object({
      n: Type.Integer(),
      title: Type.String(),
      plannedAt: Type.String(),
      startedAt: Nullable(Type.String()),
      endedAt: Nullable(Type.String()),
    }),
  ),
})
export type OwnAction = Static<typeof OwnAction>

export const OwnMeeting = Type.Object({
  id: Type.String(),
  kind: Type.String(),
  kindLabel: Type.String(),
  kindLabelEn: Type.String(),
  title: Type.String(),
  place: Type.String(),
  startsAt: Type.String(),
  state: Type.String(),
  stateLabel: Type.String(),
  stateLabelEn: Type.String(),
  reply: Nullable(Type.Enum(['coming', 'notComing'])),
  /** Lines that name nothing of ours, or what was released to this agency: as its item tells it, no word more. */
  lines: Type.Array(
    Type.Object({ kind: MatterCode, ref: Type.String(), itemNo: Nullable(Type.String()), words: Type.String() }),
  ),
})
export type OwnMeeting = Static<typeof OwnMeeting>

export const OwnDay = Type.Object({
  agency: Type.String(),
  tasks: Type.Array(TaskView),
  actions: Type.Array(OwnAction),
  meetings: Type.Array(OwnMeeting),
})
export type OwnDay = Static<typeof OwnDay>

const everyone = allow.of(allow.partner, allow.staff('inspector'))

/** 协作单位和外勤人员自己的任务、行动、会议. */
export const ownRoutes = {
  ownDay: {
    method: 'GET',
    url: '/api/partners/own/day',
    allow: everyone,
    summary: '我的协作任务、行动和会议',
    reply: OwnDay,
  },
  act: {
    method: 'POST',
    url: '/api/partners/own/acts',
    allow: everyone,
    summary: '接收、答复、办结，报到位和发现',
    body: CooperationAct,
    reply: Type.Object({ label: Type.String(), labelEn: Type.String() }),
  },
  holdAct: {
    method: 'POST',
    url: '/api/partners/own/held-acts',
    allow: everyone,
    summary: '交办公室处理：规则没有接收的一条，原样留存',
    body: Type.Object({ act: CooperationAct, why: Text(300, 0) }, strict),
    reply: Type.Object({ id: Type.String() }),
  },
  heldActs: {
    method: 'GET',
    url: '/api/partners/held-acts',
    allow: readers,
    summary: '外勤没有被接收的协作事项',
    reply: Type.Object({
      items: Type.Array(
        Type.Object({
          id: Type.String(),
          agency: Type.String(),
          act: CooperationAct,
          why: Type.String(),
          at: Type.String(),
        }),
      ),
    }),
  },
  settleHeldAct: {
    method: 'POST',
    url: '/api/partners/held-acts/:id/settlement',
    allow: readers,
    summary: '办公室处理完毕',
    params: Type.Object({ id: Uuid }),
    body: Type.Object({}, strict),
    reply: Type.Object({ id: Type.String() }),
  },
} as const satisfies Routes
