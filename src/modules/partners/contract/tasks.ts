import Type, { type Static } from 'typebox'
import type { Routes } from '#kernel/route'
import { giverEvents, receiverEvents, taskSources, taskStateLabels } from '../rules/task/moves.ts'
import { codesOf, Day, Nullable, readers, strict, TaskId, Text, Uuid, writers } from './cooperation-shapes.ts'

const State = codesOf(taskStateLabels)
const Source = codesOf(taskSources)

export const TaskView = Type.Object({
  id: Type.String(),
  source: Source,
  sourceRef: Nullable(Type.String()),
  agencyId: Nullable(Type.String()),
  /** The agency, or 本局. */
  owner: Type.String(),
  /** Who of them: contact or colleague. */
  person: Type.String(),
  town: Type.String(),
  aboutRef: Type.String(),
  words: Type.String(),
  dueOn: Day,
  state: State,
  overdue: Type.Boolean(),
  givenAt: Type.String(),
  receivedAt: Nullable(Type.String()),
  answeredAt: Nullable(Type.String()),
  finishedAt: Nullable(Type.String()),
  events: Type.Array(Type.Object({ at: Type.String(), event: Type.String(), by: Type.String(), words: Type.String() })),
})
export type TaskView = Static<typeof TaskView>

const Span = Type.Object({
  n: Type.Integer(),
  medianMinutes: Nullable(Type.Number()),
  p90Minutes: Nullable(Type.Number()),
})
const Response = Type.Object({
  given: Type.Integer(),
  overdue: Type.Integer(),
  received: Span,
  answered: Span,
  finished: Span,
})
const Group = Type.Object({ key: Type.String(), name: Type.String(), response: Response })

const Groups = { all: Response, agencies: Type.Array(Group), towns: Type.Array(Group) }

/** 响应时效 of tasks, and beside them of items that were given: each by agency and town, each opening to its rows. */
export const ResponseFigures = Type.Object({ since: Day, ...Groups, items: Type.Object(Groups) })
export type ResponseFigures = Static<typeof ResponseFigures>

/** 六位一体 (reference §6.4): a configurable member with its duties and figures, each opening to its rows. */
export const SixfoldView = Type.Object({
  since: Day,
  members: Type.Array(
    Type.Object({
      id: Type.String(),
      name: Type.String(),
      duty: Type.String(),
      /** 待确认: the reference does not know. */
      unconfirmed: Type.Boolean(),
      agencies: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
      meetings: Type.Integer(),
      actions: Type.Integer(),
      tasks: Type.Integer(),
      onTime: Type.Integer(),
      finished: Type.Integer(),
      overdue: Type.Integer(),
      response: Response,
    }),
  ),
})
export type SixfoldView = Static<typeof SixfoldView>

export const taskRoutes = {
  listTasks: {
    method: 'GET',
    url: '/api/partners/tasks',
    allow: readers,
    summary: '协作任务',
    query: Type.Object({
      agency: Type.Optional(Text(400)),
      town: Type.Optional(Type.String({ pattern: '^\\d{9}$' })),
      state: Type.Optional(Type.Enum(['open', 'overdue', 'received', 'answered', 'finished', 'onTime'])),
      /** One task. */
      id: Type.Optional(TaskId),
      since: Type.Optional(Day),
    }),
    reply: Type.Object({ items: Type.Array(TaskView) }),
  },
  giveTask: {
    method: 'POST',
    url: '/api/partners/tasks',
    allow: writers,
    summary: '直接交办',
    body: Type.Object(
      {
        agencyId: Uuid,
        contactId: Nullable(Uuid),
        areaCode: Nullable(Type.String({ pattern: '^\\d{6}(\\d{3}){0,2}$' })),
        aboutRef: Text(40, 0),
        words: Text(500, 2),
        dueOn: Day,
      },
      strict,
    ),
    reply: TaskView,
  },
  stepTask: {
    method: 'POST',
    url: '/api/partners/tasks/:id/steps',
    allow: writers,
    summary: '确认、退回、重新交办、撤回；本局的任务：接收、答复、办结',
    params: Type.Object({ id: TaskId }),
    body: Type.Object({ event: Type.Enum([...giverEvents, ...receiverEvents]), words: Text(1_000, 0) }, strict),
    reply: TaskView,
  },
  responseFigures: {
    method: 'GET',
    url: '/api/partners/response',
    allow: readers,
    summary: '响应时效：接收、首次答复、办结',
    query: Type.Object({ since: Type.Optional(Day) }),
    reply: ResponseFigures,
  },
  sixfold: {
    method: 'GET',
    url: '/api/partners/sixfold',
    allow: readers,
    summary: '六位一体：成员、职责和数字',
    query: Type.Object({ since: Type.Optional(Day) }),
    reply: SixfoldView,
  },
} as const satisfies Routes
