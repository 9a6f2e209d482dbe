import { sql } from 'kysely'
import type { Moment } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import { sm3 } from '#platform/crypto'
import type { Tx } from '#platform/database'
import type { GraphMerge } from '../contract/graph.ts'
import { overlayOf, type Pair } from '../rules/graph/merges.ts'
import { nodesOf } from './picture.ts'

type MergeState = GraphMerge['state']
export interface MergeProposal extends Pair {
  readonly score: number
  readonly because: readonly string[]
}

/** 疑似同一人: what the comparison offers; pairs that a person has judged are not offered again. */
export async function proposeMerges(tx: Tx, proposals: readonly MergeProposal[], at: Moment): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into intelligence.graph_merge (a, b, score, because, area_code, proposed_at)
    select least(g.a, g.b), greatest(g.a, g.b), g.score, array(select jsonb_array_elements_text(g.because)), n.area_code,
      ${at.instant.toString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(proposals)}::jsonb) as g(a bigint, b bigint, score real, because jsonb)
    join intelligence.graph_node n on n.id = g.a and n.kind = 'person'
    join intelligence.graph_node o on o.id = g.b and o.kind = 'person'
    where g.a <> g.b and not exists (select from intelligence.graph_merge m where m.a = least(g.a, g.b) and m.b = greatest(g.a, g.b))
    on conflict do nothing`.execute(tx)
  return Number(numAffectedRows ?? 0)
}

/** From which state each word of a person may follow. */
const mergeMoves = { merged: 'proposed', dismissed: 'proposed', undone: 'merged' } as const

interface Verdict {
  readonly id: number
  readonly verdict: keyof typeof mergeMoves
  readonly reason: string
  readonly by: string
}

export async function decideMerge(
  tx: Tx,
  { id, verdict, reason, by }: Verdict,
  at: Moment,
): Promise<Result<{ id: number; stateHash: string }>> {
  // One overlay for all: two who merge at once wait for each other.
  await sql`select pg_advisory_xact_lock(7365)`.execute(tx)
  const { rows } = await sql<{
    state: MergeState
  }>`select state from intelligence.graph_merge where id = ${id} for update`.execute(tx)
  const [merge] = rows
  if (!merge) return refuse('graphMergeUnknown')
  if (merge.state !== mergeMoves[verdict]) return refuse('graphMergeDecided')
  const instant = at.instant.toString()
  if (verdict === 'undone')
    await sql`update intelligence.graph_merge set state = 'undone', undone_by = ${by}, undone_reason = ${reason.trim()},
      undone_at = ${instant}::timestamptz where id = ${id}`.execute(tx)
  else
    await sql`update intelligence.graph_merge set state = ${verdict}, decided_by = ${by}, reason = ${reason.trim()},
      decided_at = ${instant}::timestamptz where id = ${id}`.execute(tx)
  await layOverlay(tx)
  return ok({ id, stateHash: await stateHash(tx) })
}

/** The overlay anew from the merges in force: nothing remains of one that was taken back. */
async function layOverlay(tx: Tx): Promise<void> {
  const { rows } =
    await sql<Pair>`select a, b from intelligence.graph_merge where state = 'merged' order by id`.execute(tx)
  await sql`delete from intelligence.graph_alias`.execute(tx)
  await sql`insert into intelligence.graph_alias (node_id, root_id, area_code)
    select g."nodeId", g."rootId", n.area_code from jsonb_to_recordset(${JSON.stringify(overlayOf(rows))}::jsonb) as g("nodeId" bigint, "rootId" bigint)
    join intelligence.graph_node n on n.id = g."nodeId"`.execute(tx)
}

/**
 * What the graph says, as one number: the overlay, and nodes and edges by their count and last id (rows are never changed or
 * removed, a trigger sees to it). Merged and taken back, it is the same again.
 */
export async function stateHash(tx: Tx): Promise<string> {
  const { rows } = await sql<{ words: string }>`
    select concat_ws(';', (select count(*) || ',' || coalesce(max(id), 0) from intelligence.graph_node),
      (select count(*) || ',' || coalesce(max(id), 0) from intelligence.graph_edge),
      (select coalesce(string_agg(node_id || '>' || root_id, ',' order by node_id), '') from intelligence.graph_alias)) as words`.execute(
    tx,
  )
  return sm3(rows[0]?.words ?? '').toString('hex')
}

type MergeRow = Omit<GraphMerge, 'a' | 'b'> & Pair

/** At most three matters that name a person. */
const namedIn = (person: 'a' | 'b') => sql`array(select n.key from intelligence.graph_edge e
  join intelligence.graph_node n on n.id = e.a and n.kind in ('clue', 'case')
  where e.b = ${sql.ref(`m.${person}`)} and e.kind = 'names' order by e.id limit 3)`

export async function listMerges(tx: Tx): Promise<GraphMerge[]> {
  const { rows } = await sql<MergeRow>`
    select m.id, m.state, m.a, m.b, m.score, m.because, m.proposed_at, m.reason, m.undone_reason, ${namedIn('a')} as named_a, ${namedIn('b')} as named_b
    from intelligence.graph_merge m
    order by array_position('{proposed,merged,undone,dismissed}'::text[], m.state), m.score desc, m.id limit 100`.execute(
    tx,
  )
  const nodes = new Map(
    (await nodesOf(tx, [...new Set(rows.flatMap(({ a, b }) => [a, b]))])).map(node => [node.id, node]),
  )
  return rows.flatMap(({ a, b, ...merge }) => {
    const [one, two] = [nodes.get(a), nodes.get(b)]
    return one && two ? [{ ...merge, a: one, b: two }] : []
  })
}
