import Type, { type Static } from 'typebox'
import { edgeKinds, matterKinds, nodeKinds, sourceKinds } from '../rules/graph/kinds.ts'

export const OrNull = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()])
export const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
export const Reason = Type.String({ minLength: 2, maxLength: 500 })
export const NodeId = Type.Integer({ minimum: 1 })

/** 实体 as the page shows it: masked; what it is called in full is asked for one by one. */
export const GraphNode = Type.Object({
  id: Type.Integer(),
  kind: Type.Enum([...nodeKinds]),
  label: Type.String(),
  /** Edges that touch it, drawn or not. */
  degree: Type.Integer(),
  /** More than one where people said that several are the same person. */
  merged: Type.Integer(),
  position: OrNull(Type.Object({ lng: Type.Number(), lat: Type.Number() })),
  matter: OrNull(
    Type.Object({ open: Type.Boolean(), title: Type.String(), no: Type.String(), kind: Type.Enum([...matterKinds]) }),
  ),
  /** Too many edges: shown, but no way leads through it. */
  hub: Type.Boolean(),
})
export type GraphNode = Static<typeof GraphNode>

/** 关系 with its evidence: every record that says so. */
export const GraphEdge = Type.Object({
  from: Type.Integer(),
  to: Type.Integer(),
  kind: Type.Enum([...edgeKinds]),
  sources: Type.Array(
    Type.Object({
      id: Type.Integer(),
      kind: Type.Enum([...sourceKinds]),
      ref: Type.String(),
      validFrom: Type.String(),
      validTo: OrNull(Type.String()),
      confidence: Type.Number(),
    }),
  ),
})
export type GraphEdge = Static<typeof GraphEdge>

export const Picture = Type.Object({
  nodes: Type.Array(GraphNode),
  edges: Type.Array(GraphEdge),
  /** Whether more was known than is drawn. */
  cut: Type.Boolean(),
})
export type Picture = Static<typeof Picture>
