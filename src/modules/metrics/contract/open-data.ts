import Type, { type Static } from 'typebox'
import { allow } from '#kernel/actor'
import type { Routes } from '#kernel/route'
import { OrNull } from './figures.ts'

const Words = Type.Object({ zh: Type.String(), en: Type.String() })

export const OpenDataset = Type.Object({
  id: Type.String(),
  name: Words,
  about: Words,
  /** Whence the rows come: the published views. */
  sources: Type.Array(Type.String()),
  /** When it was computed: now, from what is on record. */
  updated: Type.String(),
  kind: Type.Enum(['counts', 'records']),
  /** 数据字典 of this set. */
  columns: Type.Array(Type.Object({ key: Type.String(), name: Words, meaning: Words, unit: OrNull(Words) })),
  rows: Type.Integer(),
  /** Cells that are empty: few, or they would give few away. */
  hidden: Type.Integer(),
  /** Why it is not served; null: it is. */
  withheld: OrNull(Words),
})
export type OpenDataset = Static<typeof OpenDataset>

const params = Type.Object({ id: Type.String({ pattern: '^[a-z-]{1,40}$' }) })

export const openDataRoutes = {
  openData: {
    method: 'GET',
    url: '/api/open-data',
    allow: allow.public,
    summary: '数据开放：目录和数据字典',
    reply: Type.Object({ smallestGroup: Type.Integer(), items: Type.Array(OpenDataset) }),
  },
  openDataJson: {
    method: 'GET',
    url: '/api/open-data/:id/data.json',
    allow: allow.public,
    summary: '一份开放数据（JSON，带数据字典）',
    params,
    reply: Type.Object({
      dataset: OpenDataset,
      data: Type.Array(Type.Record(Type.String(), OrNull(Type.Union([Type.String(), Type.Number()])))),
    }),
  },
  openDataCsv: {
    method: 'GET',
    url: '/api/open-data/:id/data.csv',
    allow: allow.public,
    summary: '一份开放数据（CSV）',
    params,
    reply: {},
  },
} as const satisfies Routes
