import Type, { type Static } from 'typebox'
import { allow } from '#kernel/actor'
import type { Routes } from '#kernel/route'
import { graphReaders, purposeCodes } from '../rules/graph/access.ts'
import { GraphNode, NodeId, OrNull, Picture, Reason } from './graph-shapes.ts'

const readers = allow.staff(...graphReaders)
const deciders = allow.staff('analyst', 'head')
const Access = Type.String({ format: 'uuid' })
const Day = Type.Optional(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }))
/** `kinds` is a list with commas, as addresses carry it. */
const Filter = {
  since: Day,
  until: Day,
  kinds: Type.Optional(Type.String({ maxLength: 300, pattern: '^[a-zA-Z,]*$' })),
}

export const OpenedAccess = Type.Object({
  id: Access,
  purpose: Type.Enum(purposeCodes),
  matter: GraphNode,
  until: Type.String(),
})
export type OpenedAccess = Static<typeof OpenedAccess>

export const GraphWays = Type.Object({
  answer: Type.Enum(['path', 'none', 'tooFar']),
  /** Node ids, from one end to the other. */
  paths: Type.Array(Type.Array(Type.Integer())),
  picture: Picture,
})
export type GraphWays = Static<typeof GraphWays>

const Placed = Type.Object({ id: NodeId, x: Type.Number(), y: Type.Number() })
const ViewContent = Type.Object({
  nodes: Type.Array(Placed, { minItems: 1, maxItems: 400 }),
  since: Type.String({ maxLength: 10 }),
  until: Type.String({ maxLength: 10 }),
  kinds: Type.Array(Type.String({ maxLength: 20 }), { maxItems: 40 }),
})
export type ViewContent = Static<typeof ViewContent>

export const GraphMerge = Type.Object({
  id: Type.Integer(),
  state: Type.Enum(['proposed', 'merged', 'dismissed', 'undone']),
  a: GraphNode,
  b: GraphNode,
  /** Numbers of clues and cases that name them: where to look before deciding. */
  namedA: Type.Array(Type.String()),
  namedB: Type.Array(Type.String()),
  score: Type.Number(),
  because: Type.Array(Type.String()),
  proposedAt: Type.String(),
  reason: OrNull(Type.String()),
  undoneReason: OrNull(Type.String()),
})
export type GraphMerge = Static<typeof GraphMerge>

export const graphRoutes = {
  openAccess: {
    method: 'POST',
    url: '/api/intelligence/graph/accesses',
    allow: readers,
    summary: '调阅关系图：先说明目的和线索、案件编号',
    body: Type.Object({
      purpose: Type.Enum(purposeCodes),
      matterNo: Type.String({ minLength: 3, maxLength: 60 }),
      note: Type.String({ maxLength: 300 }),
    }),
    reply: OpenedAccess,
  },
  listAccesses: {
    method: 'GET',
    url: '/api/intelligence/graph/accesses',
    allow: allow.staff('head', 'auditAdmin', 'securityAdmin'),
    summary: '调阅记录：谁、为什么、看了多少',
    reply: Type.Object({
      items: Type.Array(
        Type.Object({
          id: Access,
          staff: Type.String(),
          purpose: Type.Enum(purposeCodes),
          matterNo: Type.String(),
          note: Type.String(),
          openedAt: Type.String(),
          looked: Type.Integer(),
          revealed: Type.Integer(),
        }),
      ),
    }),
  },
  searchGraph: {
    method: 'GET',
    url: '/api/intelligence/graph/search',
    allow: readers,
    summary: '按电话、车牌、运单、证号、条码、编号、姓名查找；不按人脸查找',
    query: Type.Object({ access: Access, text: Type.String({ minLength: 1, maxLength: 120 }) }),
    reply: Type.Object({ nodes: Type.Array(GraphNode) }),
  },
  expandGraph: {
    method: 'GET',
    url: '/api/intelligence/graph/expansion',
    allow: readers,
    summary: '扩展一个实体',
    query: Type.Object({ access: Access, node: NodeId, depth: Type.Integer({ minimum: 1, maximum: 3 }), ...Filter }),
    reply: Picture,
  },
  pathInGraph: {
    method: 'GET',
    url: '/api/intelligence/graph/path',
    allow: readers,
    summary: '两个实体之间的最短路径和每一步的依据',
    query: Type.Object({ access: Access, from: NodeId, to: NodeId, ...Filter }),
    reply: GraphWays,
  },
  reachInGraph: {
    method: 'GET',
    url: '/api/intelligence/graph/reach',
    allow: readers,
    summary: '从人到案、从案到人、从案到案',
    query: Type.Object({ access: Access, from: NodeId, to: Type.Enum(['case', 'person']), ...Filter }),
    reply: GraphWays,
  },
  revealNode: {
    method: 'POST',
    url: '/api/intelligence/graph/reveals',
    allow: readers,
    summary: '看全称',
    body: Type.Object({ access: Access, node: NodeId }),
    reply: Type.Object({ text: Type.String() }),
  },
  listViews: {
    method: 'GET',
    url: '/api/intelligence/graph/views',
    allow: readers,
    summary: '本件线索、案件保存过的图',
    query: Type.Object({ access: Access }),
    reply: Type.Object({
      items: Type.Array(Type.Object({ id: Type.String(), title: Type.String(), savedAt: Type.String() })),
    }),
  },
  saveView: {
    method: 'POST',
    url: '/api/intelligence/graph/views',
    allow: readers,
    summary: '保存这张图',
    body: Type.Object({ access: Access, title: Type.String({ minLength: 1, maxLength: 60 }), content: ViewContent }),
    reply: Type.Object({ id: Type.String() }),
  },
  readView: {
    method: 'GET',
    url: '/api/intelligence/graph/views/:id',
    allow: readers,
    summary: '打开保存过的图',
    params: Type.Object({ id: Type.String({ format: 'uuid' }) }),
    query: Type.Object({ access: Access }),
    reply: Type.Object({ title: Type.String(), content: ViewContent, picture: Picture }),
  },
  printChart: {
    method: 'POST',
    url: '/api/intelligence/graph/charts',
    allow: readers,
    summary: '打印关系图：图和每条边的依据',
    body: Type.Object({ access: Access, title: Type.String({ minLength: 1, maxLength: 60 }), content: ViewContent }),
    reply: 'pdf',
  },
  listMerges: {
    method: 'GET',
    url: '/api/intelligence/graph/merges',
    allow: deciders,
    summary: '疑似同一人',
    reply: Type.Object({ items: Type.Array(GraphMerge), stateHash: Type.String() }),
  },
  decideMerge: {
    method: 'POST',
    url: '/api/intelligence/graph/merges/:id/decision',
    allow: deciders,
    summary: '合并、不合并，或者撤销合并，写明理由',
    params: Type.Object({ id: Type.Integer({ minimum: 1 }) }),
    body: Type.Object({ verdict: Type.Enum(['merged', 'dismissed', 'undone']), reason: Reason }),
    reply: Type.Object({ id: Type.Integer(), stateHash: Type.String() }),
  },
} as const satisfies Routes
