import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { GraphNode } from '../contract/graph-shapes.ts'
import { nodeWords } from '../rules/graph/kinds.ts'
import { layersOf } from '../rules/graph/layers.ts'
import { nearest } from '../rules/graph/search.ts'
import { neighboursIn, targetsIn } from './neighbours.ts'
import { pictureOf } from './picture.ts'
import { graphPolicy } from './policy.ts'

export interface CaseGroup {
  /** Other cases, the nearest first, each with what leads there, masked as in the graph. */
  readonly linked: readonly { readonly caseNo: string; readonly via: readonly string[] }[]
  readonly layers: number
  /** 省份简称 of the plates among it: a hint that it goes beyond the province. */
  readonly provinces: readonly string[]
  /** There was more than the search looks at. */
  readonly cut: boolean
}

/** Case — thing — person — thing — case: what is further away says nothing of a common affair. */
const steps = 4
const most = 20

/** 关联案件 (reference §8.6): the cases that share persons, telephones, plates, parcels, accounts or doors with this one. Proposed, never decided. */
export async function caseGroup(tx: Tx, caseNo: string): Promise<CaseGroup> {
  const { rows } = await sql<{ id: number }>`
    select id from intelligence.graph_node where kind = 'case' and key = ${caseNo}`.execute(tx)
  const [own] = rows
  if (!own) return { linked: [], layers: 0, provinces: [], cut: false }
  const neighbours = neighboursIn(tx, {}, { hub: graphPolicy.hub, ends: [own.id] })
  const limits = { steps, seen: graphPolicy.seen, found: most }
  const { paths, cut } = await nearest(own.id, neighbours, targetsIn(tx, ['case']), limits)
  const cases = [own.id, ...paths.flatMap(path => path.at(-1) ?? [])]
  const ids = new Set([...cases, ...paths.flat(), ...(await personsNamed(tx, cases))])
  const { nodes, edges } = await pictureOf(tx, [...ids], {})
  const byId = new Map(nodes.map(node => [node.id, node]))
  const idsOf = (wanted: (node: GraphNode) => boolean) => new Set(nodes.filter(wanted).map(({ id }) => id))
  const [persons, matters] = [idsOf(({ kind }) => kind === 'person'), idsOf(({ matter }) => matter !== null)]
  return {
    linked: paths.flatMap(path => {
      const end = byId.get(path.at(-1) ?? 0)?.matter
      return end ? [{ caseNo: end.no, via: path.slice(1, -1).flatMap(id => wordsOf(byId.get(id))) }] : []
    }),
    layers: layersOf(own.id, { persons, matters }, edges),
    provinces: [...new Set(nodes.flatMap(provinceOf))].toSorted(),
    cut,
  }
}

const wordsOf = (node: GraphNode | undefined): readonly string[] =>
  node === undefined ? [] : [`${nodeWords[node.kind].zh} ${node.label}`]

/** 粤J**34 → 粤; a plate that is known by its hash says nothing. */
const provinceOf = ({ kind, label }: GraphNode): readonly string[] => {
  const [, province] = (kind === 'plate' && /^(\p{Script=Han})[A-Z]/u.exec(label)) || []
  return province === undefined ? [] : [province]
}

/** 同案人: whom these cases name themselves. */
async function personsNamed(tx: Tx, cases: readonly number[]): Promise<readonly number[]> {
  const { rows } = await sql<{
    id: number
  }>`select distinct coalesce(m.root_id, n.id) as id from intelligence.graph_edge e
    join intelligence.graph_node n on n.id = e.b and n.kind = 'person' left join intelligence.graph_alias m on m.node_id = n.id
    where e.kind = 'names' and e.a = any(${[...cases]}::bigint[])`.execute(tx)
  return rows.map(({ id }) => id)
}
