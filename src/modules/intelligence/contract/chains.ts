import Type, { type Static } from 'typebox'
import { allow } from '#kernel/actor'
import type { Routes } from '#kernel/route'
import { itemKinds, itemStates } from '../rules/chains/report.ts'
import { graphReaders } from '../rules/graph/access.ts'
import { Day, NodeId, OrNull, Reason } from './graph-shapes.ts'

const readers = allow.staff(...graphReaders)
const Access = Type.String({ format: 'uuid' })
const Words = (maxLength: number) => Type.String({ minLength: 2, maxLength })
const ChainId = Type.Object({ id: Type.String({ pattern: '^LT-\\d{4}-\\d{4}$' }) })

export const Chain = Type.Object({
  id: Type.String(),
  title: Type.String(),
  openedAt: Type.String(),
  items: Type.Array(
    Type.Object({
      id: Type.Integer(),
      kind: Type.Enum([...itemKinds]),
      text: Type.String(),
      state: Type.Enum([...itemStates]),
      reason: OrNull(Type.String()),
      evidence: Type.Array(Type.String()),
      items: Type.Array(Type.Integer()),
    }),
  ),
  tasks: Type.Array(
    Type.Object({
      id: Type.Integer(),
      itemId: Type.Integer(),
      asker: Type.String(),
      asked: Type.String(),
      what: Type.String(),
      dueOn: Type.String(),
      answer: OrNull(Type.String()),
    }),
  ),
})
export type Chain = Static<typeof Chain>

const RunningChain = Type.Object({
  id: Type.String(),
  matterNo: Type.String(),
  openedAt: Type.String(),
  /** 缺口 nobody has filled, and the next day by which somebody is to ask. */
  gaps: Type.Integer(),
  nextDue: OrNull(Type.String()),
})
export type RunningChain = Static<typeof RunningChain>

export const chainRoutes = {
  runningChains: {
    method: 'GET',
    url: '/api/intelligence/chains/running',
    allow: readers,
    summary: '正在研判的信息链：编号、缺口和期限',
    reply: Type.Object({ items: Type.Array(RunningChain) }),
  },
  listChains: {
    method: 'GET',
    url: '/api/intelligence/chains',
    allow: readers,
    summary: '本件的信息链',
    query: Type.Object({ access: Access }),
    reply: Type.Object({ items: Type.Array(Chain) }),
  },
  openChain: {
    method: 'POST',
    url: '/api/intelligence/chains',
    allow: readers,
    summary: '新建信息链',
    body: Type.Object({ access: Access, title: Words(60) }),
    reply: Type.Object({ id: Type.String() }),
  },
  addItem: {
    method: 'POST',
    url: '/api/intelligence/chains/:id/items',
    allow: readers,
    summary: '写入碎片、假设或者缺口：一句话，写明依据',
    params: ChainId,
    body: Type.Object({
      access: Access,
      kind: Type.Enum([...itemKinds]),
      text: Words(200),
      edges: Type.Array(NodeId, { maxItems: 20 }),
      items: Type.Array(NodeId, { maxItems: 20 }),
    }),
    reply: Type.Object({ id: Type.Integer() }),
  },
  moveItem: {
    method: 'POST',
    url: '/api/intelligence/chains/:id/items/state',
    allow: readers,
    summary: '认定、排除或者补齐，写明理由',
    params: ChainId,
    body: Type.Object({ access: Access, item: NodeId, state: Type.Enum([...itemStates]), reason: Reason }),
    reply: Type.Object({ id: Type.Integer() }),
  },
  addTask: {
    method: 'POST',
    url: '/api/intelligence/chains/:id/tasks',
    allow: readers,
    summary: '布置任务：谁在几日前向谁了解什么',
    params: ChainId,
    body: Type.Object({
      access: Access,
      item: NodeId,
      asker: Words(40),
      asked: Words(40),
      what: Words(200),
      dueOn: Day,
    }),
    reply: Type.Object({ id: Type.Integer() }),
  },
  answerTask: {
    method: 'POST',
    url: '/api/intelligence/chains/:id/tasks/answer',
    allow: readers,
    summary: '登记答复',
    params: ChainId,
    body: Type.Object({ access: Access, task: NodeId, answer: Words(200) }),
    reply: Type.Object({ id: Type.Integer() }),
  },
  printReport: {
    method: 'POST',
    url: '/api/intelligence/chains/:id/report',
    allow: readers,
    summary: '研判报告：每一句都有依据',
    params: ChainId,
    body: Type.Object({ access: Access }),
    reply: 'pdf',
  },
} as const satisfies Routes
