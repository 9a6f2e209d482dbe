import Type, { type Static } from 'typebox'
import { allow } from '#kernel/actor'
import type { Routes } from '#kernel/route'
import { matterKinds } from '../rules/meeting/agenda.ts'
import { meetingKinds, meetingStateLabels } from '../rules/meeting/moves.ts'
import {
  codesOf,
  Day,
  History,
  Instant,
  listQuery,
  MeetingId,
  Nullable,
  readers,
  stepBody,
  strict,
  Text,
  Uuid,
  writers,
} from './cooperation-shapes.ts'
import { TaskView } from './tasks.ts'

const Kind = codesOf(meetingKinds)
const State = codesOf(meetingStateLabels)
export const MatterCode = codesOf(matterKinds)

export const MeetingRow = Type.Object({
  id: Type.String(),
  kind: Kind,
  title: Type.String(),
  place: Type.String(),
  startsAt: Instant,
  state: State,
  agencies: Type.Integer(),
  tasks: Type.Integer(),
  openTasks: Type.Integer(),
  overdueTasks: Type.Integer(),
})
export type MeetingRow = Static<typeof MeetingRow>

const Line = Type.Object({
  kind: MatterCode,
  ref: Type.String(),
  words: Type.String(),
  why: Type.String(),
})

export const MeetingDetail = Type.Object({
  id: Type.String(),
  kind: Kind,
  title: Type.String(),
  place: Type.String(),
  startsAt: Instant,
  state: State,
  version: Type.Integer(),
  today: Day,
  guests: Type.Array(
    Type.Object({
      agencyId: Type.String(),
      agency: Type.String(),
      contact: Type.String(),
      reply: Nullable(Type.Enum(['coming', 'notComing'])),
      replyWords: Type.String(),
      attended: Nullable(Type.Boolean()),
    }),
  ),
  lines: Type.Array(
    Type.Object({
      id: Type.Integer(),
      ...Line.properties,
      said: Type.String(),
      /** Agencies called to the meeting that read this line now. */
      shownTo: Type.Array(Type.String()),
    }),
  ),
  minutes: Type.String(),
  minutesBy: Nullable(Type.String()),
  paperNo: Nullable(Type.String()),
  /** Whether the asker wrote the minutes: then another signs them. */
  mine: Type.Boolean(),
  tasks: Type.Array(TaskView),
  events: History,
})
export type MeetingDetail = Static<typeof MeetingDetail>

export const AgendaProposal = Type.Object({
  /** Agencies that owe an answer, and then all others. */
  agencies: Type.Array(
    Type.Object({
      agencyId: Type.String(),
      name: Type.String(),
      concerned: Type.Boolean(),
      contacts: Type.Array(Type.Object({ id: Type.String(), name: Type.String(), duty: Type.String() })),
    }),
  ),
  lines: Type.Array(Line),
  noticeMinutes: Type.Integer(),
})
export type AgendaProposal = Static<typeof AgendaProposal>

const params = Type.Object({ id: MeetingId })
const url = '/api/partners/meetings'

/** 联席会议、线索分析座谈会、紧急会商. */
export const meetingRoutes = {
  listMeetings: {
    method: 'GET',
    url,
    allow: readers,
    summary: '会议',
    query: listQuery,
    reply: Type.Object({ items: Type.Array(MeetingRow) }),
  },
  proposeAgenda: {
    method: 'GET',
    url: '/api/partners/agenda',
    allow: writers,
    summary: '按未了事项生成议程',
    query: Type.Object({ kind: Kind }),
    reply: AgendaProposal,
  },
  planMeeting: {
    method: 'POST',
    url,
    allow: writers,
    summary: '拟定会议；紧急会商同时通知',
    body: Type.Object(
      {
        kind: Kind,
        title: Text(60, 2),
        place: Text(80, 2),
        startsAt: Instant,
        agencies: Type.Array(Type.Object({ agencyId: Uuid, contactId: Nullable(Uuid) }, strict), { maxItems: 30 }),
        lines: Type.Array(
          Type.Object({ kind: MatterCode, ref: Text(40, 0), words: Text(200, 2), why: Text(60, 0) }, strict),
          { maxItems: 60 },
        ),
        call: Type.Boolean(),
      },
      strict,
    ),
    reply: MeetingDetail,
  },
  meeting: {
    method: 'GET',
    url: `${url}/:id`,
    allow: readers,
    summary: '一次会议',
    params,
    reply: MeetingDetail,
  },
  moveMeeting: {
    method: 'POST',
    url: `${url}/:id/steps`,
    allow: writers,
    summary: '通知、开始、结束、取消会议',
    params,
    body: stepBody(['call', 'begin', 'end', 'cancel']),
    reply: MeetingDetail,
  },
  writeMinutes: {
    method: 'POST',
    url: `${url}/:id/minutes`,
    allow: writers,
    summary: '记到会和逐项意见',
    params,
    body: Type.Object(
      {
        version: Type.Integer(),
        minutes: Text(5_000, 0),
        said: Type.Array(Type.Object({ id: Type.Integer(), words: Text(1_000, 0) }, strict), { maxItems: 60 }),
        attended: Type.Array(Type.Object({ agencyId: Uuid, there: Type.Boolean() }, strict), { maxItems: 30 }),
      },
      strict,
    ),
    reply: MeetingDetail,
  },
  decideTask: {
    method: 'POST',
    url: `${url}/:id/tasks`,
    allow: writers,
    summary: '会议决定交办任务：谁在几日前办什么',
    params,
    body: Type.Object(
      {
        agencyId: Nullable(Uuid),
        contactId: Nullable(Uuid),
        staffId: Nullable(Uuid),
        areaCode: Nullable(Type.String({ pattern: '^\\d{6}(\\d{3}){0,2}$' })),
        aboutRef: Text(40, 0),
        words: Text(500, 2),
        dueOn: Day,
      },
      strict,
    ),
    reply: MeetingDetail,
  },
  signMinutes: {
    method: 'POST',
    url: `${url}/:id/signature`,
    allow: allow.staff('head', 'legal', 'inspector', 'analyst'),
    summary: '纪要定稿：由另一人核对签发',
    privileged: true,
    params,
    body: Type.Object({ version: Type.Integer() }, strict),
    reply: MeetingDetail,
  },
  printMinutes: {
    method: 'GET',
    url: `${url}/:id/minutes.pdf`,
    allow: readers,
    summary: '会议纪要 PDF',
    params,
    reply: 'pdf',
  },
} as const satisfies Routes
