import { sql } from 'kysely'
import type { Moment } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import type { Tx } from '#platform/database'
import { graphReaders } from '../rules/graph/access.ts'

/**
 * 碰撞告知 (reaction): the handlers of every open clue and case a hit touches, so far as they may read the graph of that county. Where
 * none is left, the analysts hear of it: a hit that nobody handles is told to somebody all the same. Told once.
 */
export async function tellHandlers(tx: Tx, hitId: number, at: Moment): Promise<number> {
  const { numAffectedRows } = await sql`
    with hit as (select id, low, high, area_code from intelligence.graph_hit where id = ${hitId}),
      touched as (select t.handlers, c.assigned_to, k.kind from hit h
        join intelligence.graph_matter t on t.node_id in (h.low, h.high) and t.open
        join intelligence.graph_node k on k.id = t.node_id
        left join intelligence.clue c on c.no = k.key and k.kind = 'clue' where c.closed_on is null),
      handlers as (select unnest(handlers) as staff_id from touched where kind = 'case' or assigned_to is null
        union select regexp_replace(assigned_to, '^staff:', '') from touched where assigned_to is not null),
      may as (select s.id::text as staff_id, s.roles from access.published_staff s cross join hit h
        where s.state = 'active' and h.area_code = any(s.areas) and s.roles && ${[...graphReaders]}::text[]),
      chosen as (select m.staff_id, 'handler' as told_as from may m join handlers using (staff_id)),
      told as (select * from chosen union all
        select m.staff_id, 'analyst' from may m where 'analyst' = any(m.roles) and not exists (select from chosen))
    insert into intelligence.graph_notice (hit_id, staff_id, told_as, area_code, told_at)
    select h.id, t.staff_id, t.told_as, h.area_code, ${at.instant.toString()}::timestamptz from hit h cross join told t
    on conflict do nothing`.execute(tx)
  return Number(numAffectedRows ?? 0)
}

/** What changes whenever the badge of this officer must: how many he has not seen, and the last one he was told of. */
export async function noticeMark(tx: Tx, staffId: string): Promise<string> {
  const { unseen, last } = await countNotices(tx, staffId)
  return `${unseen} ${last}`
}

export async function countNotices(
  tx: Tx,
  staffId: string,
): Promise<{ readonly unseen: number; readonly last: number }> {
  const { rows } = await sql<{ unseen: number; last: number }>`
    select count(*) filter (where n.seen_at is null)::int as unseen, coalesce(max(n.hit_id), 0) as last
    from intelligence.graph_notice n where n.staff_id = ${staffId}`.execute(tx)
  return rows[0] ?? { unseen: 0, last: 0 }
}

/** 已知悉: by whoever was told, once; twice is no error. */
export async function seeHit(
  tx: Tx,
  { id, staffId }: { readonly id: number; readonly staffId: string },
  at: Moment,
): Promise<Result<{ id: number }>> {
  const { rows } = await sql<{ hitId: number }>`
    update intelligence.graph_notice set seen_at = coalesce(seen_at, greatest(told_at, ${at.instant.toString()}::timestamptz))
    where hit_id = ${id} and staff_id = ${staffId} returning hit_id`.execute(tx)
  return rows.length === 0 ? refuse('graphHitNotYours') : ok({ id })
}

export interface HitFigures {
  readonly raised: number
  readonly told: number
  readonly seen: number
  readonly confirmed: number
  readonly dismissed: number
  /** Seconds from the fact to the first who was told: the middle and the slowest; null where nobody was. */
  readonly secondsMiddle: number | null
  readonly secondsMost: number | null
}

/** 碰撞的数字 of a period, counted from the hits themselves. */
export async function countHits(tx: Tx, from: string, to: string): Promise<HitFigures> {
  const { rows } = await sql<HitFigures>`
    with hits as (select h.id, h.state, extract(epoch from min(n.told_at) - h.raised_at) as seconds, bool_or(n.seen_at is not null) as seen
      from intelligence.graph_hit h left join intelligence.graph_notice n on n.hit_id = h.id
      where (h.raised_at at time zone 'Asia/Shanghai')::date between ${from}::date and ${to}::date group by h.id)
    select count(*)::int as raised, count(seconds)::int as told, count(*) filter (where seen)::int as seen,
      count(*) filter (where state = 'confirmed')::int as confirmed, count(*) filter (where state = 'dismissed')::int as dismissed,
      round(percentile_cont(0.5) within group (order by seconds)::numeric, 1)::float as seconds_middle,
      round(max(seconds), 1)::float as seconds_most from hits`.execute(tx)
  const [row] = rows
  if (row === undefined) throw new Error('a count without a row')
  return row
}
