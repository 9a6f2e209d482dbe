import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { EdgeKind, SourceKind } from '../rules/graph/kinds.ts'
import type { Identity } from './identity.ts'

/** Finds or makes the nodes; ids in the order given. A place learned later is added, nothing known is overwritten. */
export async function saveNodes(tx: Tx, areaCode: string, nodes: readonly Identity[]): Promise<readonly number[]> {
  const given = JSON.stringify(nodes.map((node, n) => ({ n, ...node })))
  const ids = new Map<number, number>()
  // The second round sees what another transaction made meanwhile.
  for (let round = 0; round < 3 && ids.size < nodes.length; round++) {
    const { rows } = await sql<{ n: number; id: number }>`
      with given as (select * from jsonb_to_recordset(${given}::jsonb) as g(n int, kind text, key text, label text, sealed text,
          "nameIndex" text, lng float8, lat float8)),
        made as (insert into intelligence.graph_node as known (kind, key, label, sealed, name_index, area_code, lng, lat)
          select distinct on (kind, key) kind, key, label, sealed, "nameIndex", ${areaCode}, lng, lat from given order by kind, key, n
          on conflict (kind, key) do update set lng = excluded.lng, lat = excluded.lat
            where known.lng is null and excluded.lng is not null
          returning id, kind, key)
      select g.n, coalesce(m.id, k.id) as id from given g left join made m using (kind, key)
        left join intelligence.graph_node k using (kind, key) where coalesce(m.id, k.id) is not null`.execute(tx)
    for (const { n, id } of rows) ids.set(n, id)
  }
  return nodes.map((_, n) => {
    const id = ids.get(n)
    if (id === undefined) throw new Error('a node of the graph was neither found nor made')
    return id
  })
}

export interface NewEdge {
  readonly a: number
  readonly b: number
  readonly kind: EdgeKind
  readonly validFrom: string
  readonly validTo: string | null
  readonly confidence: number
}

interface EdgeSource {
  readonly kind: SourceKind
  readonly ref: string
  readonly areaCode: string
  readonly at: string
}

/** The edges that were not known from this record yet. */
export async function saveEdges(tx: Tx, source: EdgeSource, edges: readonly NewEdge[]): Promise<readonly number[]> {
  const { rows } = await sql<{ id: number }>`
    with given as (select * from jsonb_to_recordset(${JSON.stringify(edges)}::jsonb) as g(a bigint, b bigint, kind text,
        "validFrom" date, "validTo" date, confidence real)),
      made as (insert into intelligence.graph_edge (a, b, kind, valid_from, valid_to, source_kind, source_ref, confidence, area_code, learned_at)
        select a, b, kind, "validFrom", "validTo", ${source.kind}, ${source.ref}, confidence, ${source.areaCode}, ${source.at}::timestamptz
        from given on conflict on constraint edge_once do nothing returning id, a, b),
      counted as (update intelligence.graph_node n set degree = n.degree + t.more
        from (select id, count(*)::int as more from (select a as id from made union all select b from made) ends group by id) t
        where n.id = t.id returning 1)
    select id from made order by id`.execute(tx)
  return rows.map(({ id }) => id)
}

export interface Matter {
  readonly nodeId: number
  readonly open: boolean
  readonly title: string
  readonly handlers: readonly string[]
}

export async function saveMatter(tx: Tx, matter: Matter, areaCode: string, at: string): Promise<void> {
  const { nodeId, open, title, handlers } = matter
  await sql`insert into intelligence.graph_matter (node_id, open, title, handlers, area_code, changed_at)
    values (${nodeId}, ${open}, ${title}, ${[...handlers]}::text[], ${areaCode}, ${at}::timestamptz)
    on conflict (node_id) do update set open = excluded.open, title = excluded.title, handlers = excluded.handlers,
      changed_at = excluded.changed_at`.execute(tx)
}
