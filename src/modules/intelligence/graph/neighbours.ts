import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { EdgeKind, NodeKind } from '../rules/graph/kinds.ts'
import type { Neighbours, Step } from '../rules/graph/search.ts'

/** 按时间、按类型: which edges count. A thing that held for a time counts when the time touches the asked one. */
export interface EdgeFilter {
  readonly since?: string | undefined
  readonly until?: string | undefined
  readonly kinds?: readonly EdgeKind[] | undefined
}

const passes = ({ since, until, kinds }: EdgeFilter) =>
  sql`${since === undefined ? sql`` : sql` and (e.valid_to is null or e.valid_to >= ${since}::date)`}${
    until === undefined ? sql`` : sql` and e.valid_from <= ${until}::date`
  }${kinds === undefined || kinds.length === 0 ? sql`` : sql` and e.kind = any(${[...kinds]})`}`

/** Merged nodes are asked for, and answered, as the one that stands for them. The ends of a search may be hubs, the way may not. */
export function neighboursIn(tx: Tx, filter: EdgeFilter, limits: { hub: number; ends: readonly number[] }): Neighbours {
  return async frontier => {
    const { rows } = await sql<{ roots: string | null; others: string | null }>`
      with asked as (select f.id, f.id as root from unnest(${[...frontier]}::bigint[]) f(id)
          union select m.node_id, m.root_id from intelligence.graph_alias m where m.root_id = any(${[...frontier]}::bigint[])),
        open as materialized (select q.id, q.root from asked q join intelligence.graph_node n on n.id = q.id
          where n.degree <= ${limits.hub} or q.root = any(${[...limits.ends]}::bigint[])),
        found as (select o.root, e.b as other from open o join intelligence.graph_edge e on e.a = o.id where true ${passes(filter)}
          union all select o.root, e.a from open o join intelligence.graph_edge e on e.b = o.id where true ${passes(filter)})
      select string_agg(f.root::text, ',') as roots, string_agg(coalesce(m.root_id, f.other)::text, ',') as others
      from found f left join intelligence.graph_alias m on m.node_id = f.other`.execute(tx)
    const [row] = rows
    return row === undefined ? [] : stepsOf(row.roots, row.others)
  }
}

/** Two texts instead of thousands of rows: a ring of a search is as wide as a county. */
function stepsOf(roots: string | null, others: string | null): readonly Step[] {
  if (roots === null || others === null) return []
  const to = others.split(',')
  return roots.split(',').map((from, n) => ({ from: Number(from), to: Number(to[n]) }))
}

/** The newest neighbours of each node of a ring, no more than `each`: a node of thousands does not drown the page. */
export async function newestNeighbours(
  tx: Tx,
  ring: readonly number[],
  filter: EdgeFilter,
  limits: { readonly hub: number; readonly ends: readonly number[]; readonly each: number },
): Promise<readonly Step[]> {
  const { rows } = await sql<{ roots: string | null; others: string | null }>`
    with asked as (select f.id, f.id as root from unnest(${[...ring]}::bigint[]) f(id)
        union select m.node_id, m.root_id from intelligence.graph_alias m where m.root_id = any(${[...ring]}::bigint[])),
      open as materialized (select q.id, q.root from asked q join intelligence.graph_node n on n.id = q.id
        where n.degree <= ${limits.hub} or q.root = any(${[...limits.ends]}::bigint[])),
      found as (select o.root, x.other from open o cross join lateral (
        (select e.b as other, e.valid_from from intelligence.graph_edge e where e.a = o.id ${passes(filter)}
          order by e.valid_from desc limit ${limits.each})
        union all (select e.a, e.valid_from from intelligence.graph_edge e where e.b = o.id ${passes(filter)}
          order by e.valid_from desc limit ${limits.each})
        order by 2 desc limit ${limits.each}) x)
    select string_agg(f.root::text, ',') as roots, string_agg(coalesce(m.root_id, f.other)::text, ',') as others
    from found f left join intelligence.graph_alias m on m.node_id = f.other`.execute(tx)
  const [row] = rows
  return row === undefined ? [] : stepsOf(row.roots, row.others)
}

/** Which of these are of the kinds, smallest first. */
export const targetsIn = (tx: Tx, kinds: readonly NodeKind[]) => async (ring: readonly number[]) => {
  const { rows } = await sql<{ id: number }>`
    select n.id from unnest(${[...ring]}::bigint[]) r(id) join intelligence.graph_node n on n.id = r.id
    where n.kind = any(${[...kinds]}) order by n.id`.execute(tx)
  return rows.map(({ id }) => id)
}

/** The one that stands for a merged node, or itself. */
export async function rootOf(tx: Tx, node: number): Promise<number> {
  const { rows } = await sql<{ root: number }>`
    select root_id as root from intelligence.graph_alias where node_id = ${node}`.execute(tx)
  return rows[0]?.root ?? node
}
