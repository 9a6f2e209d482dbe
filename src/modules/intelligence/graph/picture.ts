import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { GraphEdge, GraphNode, Picture } from '../contract/graph-shapes.ts'
import { type EdgeFilter, newestNeighbours } from './neighbours.ts'
import { graphPolicy } from './policy.ts'

interface Expand {
  readonly node: number
  readonly depth: number
  readonly filter: EdgeFilter
  readonly limits?: { readonly nodes: number; readonly perNode: number }
}

/** 扩展: what stands around a node, ring by ring, until the page is full; `cut` says that there was more. */
export async function expand(tx: Tx, { node, depth, filter, limits = graphPolicy }: Expand): Promise<Picture> {
  const seen = new Set([node])
  let ring: readonly number[] = [node]
  let cut = false
  for (let step = 0; step < depth && ring.length > 0 && !cut; step++) {
    const found = await newestNeighbours(tx, ring, filter, { hub: graphPolicy.hub, ends: [node], each: limits.perNode })
    const next: number[] = []
    for (const { to } of found) {
      if (seen.has(to)) continue
      if (seen.size >= limits.nodes) {
        cut = true
        break
      }
      seen.add(to)
      next.push(to)
    }
    ring = next
  }
  const picture = await pictureOf(tx, [...seen], filter)
  const [centre] = picture.nodes.filter(({ id }) => id === node)
  return { ...picture, cut: cut || (centre?.degree ?? 0) > limits.perNode }
}

/** Some nodes and everything that is known between them. */
export async function pictureOf(tx: Tx, roots: readonly number[], filter: EdgeFilter): Promise<Picture> {
  return { nodes: await nodesOf(tx, roots), edges: await edgesAmong(tx, roots, filter), cut: false }
}

interface NodeRow extends Omit<GraphNode, 'position' | 'matter' | 'hub'> {
  readonly key: string
  readonly lng: number | null
  readonly lat: number | null
  readonly open: boolean | null
  readonly title: string | null
}

export async function nodesOf(tx: Tx, roots: readonly number[]): Promise<GraphNode[]> {
  const { rows } = await sql<NodeRow>`
    select n.id, n.kind, n.key, n.label, n.lng, n.lat, t.open, t.title,
      n.degree + coalesce((select sum(g.degree)::int from intelligence.graph_alias m join intelligence.graph_node g on g.id = m.node_id
        where m.root_id = n.id and m.node_id <> n.id), 0) as degree,
      greatest(1, (select count(*)::int from intelligence.graph_alias m where m.root_id = n.id)) as merged
    from unnest(${[...roots]}::bigint[]) with ordinality as r(id, place) join intelligence.graph_node n on n.id = r.id
    left join intelligence.graph_matter t on t.node_id = n.id order by r.place`.execute(tx)
  return rows.map(({ key, lng, lat, open, title, ...node }) => ({
    ...node,
    position: lng === null || lat === null ? null : { lng, lat },
    matter:
      open === null || title === null || (node.kind !== 'clue' && node.kind !== 'case')
        ? null
        : { open, title, no: key, kind: node.kind },
    hub: node.degree > graphPolicy.hub,
  }))
}

type EdgeRow = GraphEdge['sources'][number] & { a: number; b: number; edgeKind: GraphEdge['kind'] }

async function edgesAmong(tx: Tx, roots: readonly number[], { since, until, kinds }: EdgeFilter): Promise<GraphEdge[]> {
  const { rows } = await sql<EdgeRow>`
    with members as materialized (select r.id, r.id as root from unnest(${[...roots]}::bigint[]) r(id)
      union select m.node_id, m.root_id from intelligence.graph_alias m where m.root_id = any(${[...roots]}::bigint[]))
    select one.root as a, two.root as b, e.kind as "edgeKind", e.id, e.source_kind as kind, e.source_ref as ref,
      e.valid_from as "validFrom", e.valid_to as "validTo", e.confidence
    from members one join intelligence.graph_edge e on e.a = one.id join members two on two.id = e.b
    where one.root <> two.root and (${since ?? null}::date is null or e.valid_to is null or e.valid_to >= ${since ?? null}::date)
      and (${until ?? null}::date is null or e.valid_from <= ${until ?? null}::date)
      and (${kinds && kinds.length > 0 ? [...kinds] : null}::text[] is null or e.kind = any(${kinds ? [...kinds] : null}::text[]))
    order by e.valid_from, e.id`.execute(tx)
  const edges = new Map<string, GraphEdge>()
  for (const { a, b, edgeKind, ...source } of rows) {
    const name = `${a} ${b} ${edgeKind}`
    const edge = edges.get(name) ?? { from: a, to: b, kind: edgeKind, sources: [] }
    edge.sources.push(source)
    edges.set(name, edge)
  }
  return [...edges.values()]
}
