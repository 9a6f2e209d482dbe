import Type, { type Static } from 'typebox'
import { allow } from '#kernel/actor'
import type { Routes } from '#kernel/route'
import { actionKinds, actionStateLabels, resultKinds, steps } from '../rules/action/moves.ts'
import { planParts } from '../rules/action/plan.ts'
import {
  ActionId,
  codesOf,
  History,
  Instant,
  listQuery,
  Nullable,
  Point,
  readers,
  stepBody,
  strict,
  Text,
  Uuid,
  writers,
} from './cooperation-shapes.ts'

const Kind = codesOf(actionKinds)
const State = codesOf(actionStateLabels)
export const StepCode = codesOf(steps)
const Result = codesOf(resultKinds)

/** 方案, as it is written and as it is changed. */
const plan = {
  title: Text(60, 2),
  purpose: Text(500, 6),
  leadAgency: Nullable(Uuid),
  startsAt: Instant,
  endsAt: Instant,
  area: Type.Array(Point, { maxItems: 60 }),
  planners: Type.Array(Uuid, { maxItems: 19 }),
  members: Type.Array(
    Type.Object(
      {
        agencyId: Nullable(Uuid),
        name: Text(40),
        duty: Text(200, 0),
        staff: Type.Array(Uuid, { maxItems: 20 }),
        contacts: Type.Array(Uuid, { maxItems: 20 }),
      },
      strict,
    ),
    { maxItems: 30 },
  ),
  phases: Type.Array(Type.Object({ title: Text(60, 2), plannedAt: Instant }, strict), { maxItems: 12 }),
}

export const ActionRow = Type.Object({
  id: Type.String(),
  kind: Kind,
  title: Type.String(),
  startsAt: Type.String(),
  endsAt: Type.String(),
  state: State,
  /** Not released yet: only its planners see this row. */
  hidden: Type.Boolean(),
  agencies: Type.Integer(),
  results: Type.Integer(),
})
export type ActionRow = Static<typeof ActionRow>

const Member = Type.Object({
  id: Type.String(),
  agencyId: Nullable(Type.String()),
  agency: Type.String(),
  name: Type.String(),
  duty: Type.String(),
  people: Type.Array(Type.String()),
  /** The last that was told from there. */
  step: Nullable(StepCode),
  stepAt: Nullable(Type.String()),
  stepWords: Type.String(),
  position: Nullable(Point),
  inside: Nullable(Type.Boolean()),
})

const ActionResult = Type.Object({
  id: Type.Integer(),
  kind: Result,
  ref: Type.String(),
  words: Type.String(),
  by: Type.String(),
  at: Type.String(),
  /** What the domain of the number says of it now. */
  stands: Type.String(),
})

export const ActionDetail = Type.Object({
  id: Type.String(),
  kind: Kind,
  title: Type.String(),
  purpose: Type.String(),
  lead: Type.String(),
  startsAt: Type.String(),
  endsAt: Type.String(),
  area: Type.Array(Point),
  state: State,
  version: Type.Integer(),
  hidden: Type.Boolean(),
  planners: Type.Array(Type.String()),
  /** Whether the asker wrote the plan as it stands: then another approves it. */
  mine: Type.Boolean(),
  /** As it was last written; ids for the form that changes it. */
  plan: Type.Object(plan),
  versions: Type.Array(
    Type.Object({
      n: Type.Integer(),
      by: Type.String(),
      at: Type.String(),
      reason: Type.String(),
      changed: Type.Array(codesOf(planParts)),
    }),
  ),
  members: Type.Array(Member),
  phases: Type.Array(
    Type.Object({
      n: Type.Integer(),
      title: Type.String(),
      plannedAt: Type.String(),
      startedAt: Nullable(Type.String()),
      endedAt: Nullable(Type.String()),
    }),
  ),
  results: Type.Array(ActionResult),
  /** Computed from the linked results at this moment. */
  figures: Type.Object({
    visits: Type.Integer(),
    visitsWithFinding: Type.Integer(),
    clues: Type.Integer(),
    cases: Type.Integer(),
    casesFiled: Type.Integer(),
    lots: Type.Integer(),
    sticks: Type.Integer(),
    finds: Type.Integer(),
    agencies: Type.Integer(),
    people: Type.Integer(),
    minutes: Nullable(Type.Integer()),
  }),
  evaluation: Nullable(Type.String()),
  evaluatedBy: Nullable(Type.String()),
  events: History,
})
export type ActionDetail = Static<typeof ActionDetail>

const params = Type.Object({ id: ActionId })
const url = '/api/partners/actions'

/** 联合行动 */
export const actionRoutes = {
  listActions: {
    method: 'GET',
    url,
    allow: readers,
    summary: '联合行动',
    query: listQuery,
    reply: Type.Object({ items: Type.Array(ActionRow) }),
  },
  choices: {
    method: 'GET',
    url: '/api/partners/action-choices',
    allow: writers,
    summary: '可以参加的单位和人员',
    reply: Type.Object({
      agencies: Type.Array(
        Type.Object({
          id: Type.String(),
          name: Type.String(),
          contacts: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
        }),
      ),
      staff: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
    }),
  },
  planAction: {
    method: 'POST',
    url,
    allow: writers,
    summary: '拟定行动方案',
    body: Type.Object({ kind: Kind, ...plan }, strict),
    reply: ActionDetail,
  },
  changePlan: {
    method: 'POST',
    url: `${url}/:id/plan`,
    allow: writers,
    summary: '修改行动方案：写明理由，成为新的一版',
    params,
    body: Type.Object({ version: Type.Integer(), reason: Text(300, 4), ...plan }, strict),
    reply: ActionDetail,
  },
  action: {
    method: 'GET',
    url: `${url}/:id`,
    allow: readers,
    summary: '一次行动：方案、进展、成果',
    params,
    reply: ActionDetail,
  },
  streamAction: {
    method: 'GET',
    url: `${url}/:id/stream`,
    allow: allow.of(readers, allow.partner),
    summary: '行动看板推送',
    params,
    reply: Type.Unknown(),
  },
  moveAction: {
    method: 'POST',
    url: `${url}/:id/steps`,
    allow: writers,
    summary: '批准、公布、开始、结束、取消行动',
    privileged: { field: 'event', values: ['approve', 'release'] },
    params,
    body: stepBody(['approve', 'revise', 'release', 'start', 'end', 'drop']),
    reply: ActionDetail,
  },
  movePhase: {
    method: 'POST',
    url: `${url}/:id/phases/:n`,
    allow: writers,
    summary: '一个阶段开始或者结束',
    params: Type.Object({ id: ActionId, n: Type.Integer({ minimum: 1, maximum: 12 }) }),
    body: Type.Object({ move: Type.Enum(['start', 'end']) }, strict),
    reply: ActionDetail,
  },
  linkResult: {
    method: 'POST',
    url: `${url}/:id/results`,
    allow: writers,
    summary: '把检查、线索、案件、物品记入成果',
    params,
    body: Type.Object({ kind: Result, ref: Text(40, 0), words: Text(500, 0) }, strict),
    reply: ActionDetail,
  },
  evaluateAction: {
    method: 'POST',
    url: `${url}/:id/evaluation`,
    allow: writers,
    summary: '写评估：数字由成果算出，文字由人写',
    params,
    body: Type.Object({ version: Type.Integer(), words: Text(3_000, 10) }, strict),
    reply: ActionDetail,
  },
} as const satisfies Routes
