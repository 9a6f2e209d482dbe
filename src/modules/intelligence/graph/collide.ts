import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import { collidingKinds, meetingKinds } from '../rules/graph/kinds.ts'

export interface Hit {
  readonly hitId: number
  readonly matter: string
}

/**
 * 组网碰撞: asks of each end of a new edge which open clue or case already names it (or somebody merged with it). The thing at the
 * other end and that matter are a pair, unless the matter's own record says so; a pair is raised once, later meetings are added to its reasons. A node of thousands
 * (a courier's telephone, a market) joins nobody. The new edge is looked at first and alone (`materialized`): otherwise the plan
 * begins with every open matter of the county.
 */
export async function collide(
  tx: Tx,
  edges: readonly number[],
  { at, hub }: { readonly at: string; readonly hub: number },
): Promise<readonly Hit[]> {
  if (edges.length === 0) return []
  const { rows } = await sql<Hit>`
    with fresh as (select id, a, b, source_kind, source_ref from intelligence.graph_edge
        where id = any(${[...edges]}::bigint[]) and kind = any(${[...collidingKinds]})),
      ends as (select id as edge, a as via, b as other, source_kind, source_ref from fresh
        union all select id, b, a, source_kind, source_ref from fresh),
      members as materialized (select e.edge, e.via, e.other, e.source_kind, e.source_ref, coalesce(m.node_id, e.via) as member
        from ends e join intelligence.graph_node n on n.id = e.via and n.kind = any(${[...meetingKinds]}) and n.degree <= ${hub}
        left join intelligence.graph_alias own on own.node_id = e.via
        left join intelligence.graph_alias m on m.root_id = own.root_id),
      named as materialized (select m.via, m.edge, m.other, m.source_ref, x.id as known_edge, x.a as matter
        from members m join intelligence.graph_edge x on x.b = m.member and x.kind = 'names'
          and (x.source_kind, x.source_ref) <> (m.source_kind, m.source_ref)),
      met as (select distinct on (m.other, m.matter, m.via) m.via, m.edge, m.known_edge, m.matter, t.area_code,
          least(m.other, m.matter) as low, greatest(m.other, m.matter) as high
        from named m
        join intelligence.graph_matter t on t.node_id = m.matter and t.open and t.node_id <> m.other
        join intelligence.graph_node k on k.id = t.node_id
        left join intelligence.clue c on c.no = k.key and k.kind = 'clue'
        where c.closed_on is null and k.key <> m.source_ref
        order by m.other, m.matter, m.via, m.known_edge),
      pairs as (select distinct on (low, high) low, high, matter, area_code from met order by low, high, matter),
      raised as (insert into intelligence.graph_hit (low, high, matter, area_code, raised_at)
        select low, high, matter, area_code, ${at}::timestamptz from pairs on conflict on constraint hit_once do nothing
        returning id, low, high, matter),
      known as (select id, low, high from raised union select h.id, h.low, h.high from intelligence.graph_hit h join pairs using (low, high)),
      reasons as (insert into intelligence.graph_hit_via (hit_id, via, fresh_edge, known_edge, area_code)
        select b.id, met.via, met.edge, met.known_edge, met.area_code from met join known b using (low, high) on conflict do nothing returning 1)
    select r.id as "hitId", n.key as matter from raised r join intelligence.graph_node n on n.id = r.matter order by r.id`.execute(
    tx,
  )
  return rows
}
