import { sql } from 'kysely'
import type { Moment } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import type { Tx } from '#platform/database'
import type { Keyring } from '#platform/keyring'
import { leaveUnnamed } from '../actions/informant/unnamed.ts'
import type { GraphHit } from '../contract/hits.ts'
import { refInWords, sourceWords } from '../rules/graph/kinds.ts'
import { nodesOf } from './picture.ts'

interface HitRow {
  readonly id: number
  readonly low: number
  readonly high: number
  readonly state: GraphHit['state']
  readonly raisedAt: string
  readonly matterNo: string
  readonly mine: boolean
  readonly told: GraphHit['told']
  readonly reason: string | null
  readonly decidedAt: string | null
}

interface ViaRow {
  readonly hitId: number
  readonly via: number
  readonly freshKind: keyof typeof sourceWords
  readonly freshRef: string
  readonly knownKind: keyof typeof sourceWords
  readonly knownRef: string
}

/** 碰撞命中, the reader's own first. */
export async function listHits(
  tx: Tx,
  asked: { readonly staffId: string; readonly state: string },
): Promise<GraphHit[]> {
  const { rows } = await sql<HitRow>`
    select h.id, h.low, h.high, h.state, h.raised_at, n.key as matter_no, h.reason, h.decided_at,
      (coalesce(c.assigned_to, '') = ${`staff:${asked.staffId}`} or ${asked.staffId} = any(t.handlers) or o.told_as = 'handler') as mine,
      case when o.hit_id is null then null else jsonb_build_object('as', o.told_as,
        'at', to_char(o.told_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
        'seenAt', to_char(o.seen_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) end as told
    from intelligence.graph_hit h join intelligence.graph_matter t on t.node_id = h.matter
    join intelligence.graph_node n on n.id = h.matter left join intelligence.clue c on c.no = n.key and n.kind = 'clue'
    left join intelligence.graph_notice o on o.hit_id = h.id and o.staff_id = ${asked.staffId}
    where h.state = ${asked.state} order by (o.hit_id is not null and o.seen_at is null) desc, mine desc, h.raised_at desc, h.id desc limit 100`.execute(
    tx,
  )
  const ids = rows.map(({ id }) => id)
  const { rows: via } = await sql<ViaRow>`
    select v.hit_id, v.via, f.source_kind as fresh_kind, f.source_ref as fresh_ref, k.source_kind as known_kind, k.source_ref as known_ref
    from intelligence.graph_hit_via v join intelligence.graph_edge f on f.id = v.fresh_edge
    join intelligence.graph_edge k on k.id = v.known_edge where v.hit_id = any(${ids}::bigint[]) order by v.hit_id, v.fresh_edge`.execute(
    tx,
  )
  const nodes = await nodesOf(tx, [
    ...new Set([...rows.flatMap(({ low, high }) => [low, high]), ...via.map(one => one.via)]),
  ])
  const byId = new Map(nodes.map(node => [node.id, node]))
  return rows.flatMap(({ low, high, ...hit }) => {
    const [one, two] = [byId.get(low), byId.get(high)]
    if (!one || !two) return []
    const reasons = via.flatMap(({ hitId, via: id, freshKind, freshRef, knownKind, knownRef }) => {
      const node = byId.get(id)
      const said = {
        fresh: `${sourceWords[freshKind].zh} ${refInWords(freshRef)}`,
        known: `${sourceWords[knownKind].zh} ${refInWords(knownRef)}`,
      }
      return hitId === hit.id && node ? [{ node, ...said }] : []
    })
    return [{ ...hit, low: one, high: two, via: reasons }]
  })
}

export async function countOpenHits(tx: Tx): Promise<number> {
  const { rows } = await sql<{
    n: number
  }>`select count(*)::int as n from intelligence.graph_hit where state = 'open'`.execute(tx)
  return rows[0]?.n ?? 0
}

interface Verdict {
  readonly id: number
  readonly verdict: 'confirmed' | 'dismissed'
  readonly reason: string
  readonly by: string
}

/** 确认、排除: once, with a reason. */
export async function decideHit(
  tx: Tx,
  { id, verdict, reason, by }: Verdict,
  { at, keyring }: { readonly at: Moment; readonly keyring: Pick<Keyring, 'blindIndex'> },
): Promise<Result<{ id: number }>> {
  const { rows } = await sql<{ state: string; matters: string[] }>`
    select h.state, array(select n.key from intelligence.graph_node n where n.id in (h.low, h.high)) as matters
    from intelligence.graph_hit h where h.id = ${id} for update`.execute(tx)
  const [hit] = rows
  if (!hit) return refuse('graphHitUnknown')
  if (hit.state !== 'open') return refuse('graphHitDecided')
  for (const matter of hit.matters) {
    const unnamed = await leaveUnnamed(tx, matter, [reason], keyring)
    if (!unnamed.ok) return unnamed
  }
  await sql`update intelligence.graph_hit set state = ${verdict}, reason = ${reason.trim()}, decided_by = ${by},
    decided_at = ${at.instant.toString()}::timestamptz where id = ${id}`.execute(tx)
  return ok({ id })
}
