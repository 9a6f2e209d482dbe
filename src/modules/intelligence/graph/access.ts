import { sql } from 'kysely'
import type { Moment } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import { randomId } from '#platform/crypto'
import type { Tx } from '#platform/database'
import type { LookPurpose } from '../rules/graph/access.ts'
import { graphPolicy } from './policy.ts'

export interface Access {
  readonly id: string
  readonly purpose: LookPurpose
  readonly matter: number
  readonly matterNo: string
  readonly areaCode: string
  readonly until: string
}

interface Asked {
  readonly staffId: string
  readonly purpose: LookPurpose
  readonly matterNo: string
  readonly note: string
}

/** 按需调阅: a purpose and a clue or case that stands in the graph; closes by itself. */
export async function openAccess(tx: Tx, asked: Asked, at: Moment): Promise<Result<Access>> {
  const { rows } = await sql<{ id: number; areaCode: string }>`
    select id, area_code from intelligence.graph_node where kind in ('clue', 'case') and key = ${asked.matterNo.trim()}`.execute(
    tx,
  )
  const [matter] = rows
  if (!matter) return refuse('graphMatterUnknown', { no: asked.matterNo })
  const id = randomId()
  const until = at.instant.add({ minutes: graphPolicy.accessMinutes }).toString()
  await sql`insert into intelligence.graph_access (id, staff_id, purpose, matter, note, area_code, opened_at, until)
    values (${id}, ${asked.staffId}, ${asked.purpose}, ${matter.id}, ${asked.note.trim()}, ${matter.areaCode}, ${at.instant.toString()}, ${until})`.execute(
    tx,
  )
  return ok({
    id,
    purpose: asked.purpose,
    matter: matter.id,
    matterNo: asked.matterNo.trim(),
    areaCode: matter.areaCode,
    until,
  })
}

/** Whose it is and whether it is still open; another's is as unknown as none. */
export async function findAccess(tx: Tx, asked: { id: string; staffId: string }, at: Moment): Promise<Result<Access>> {
  const { rows } = await sql<Access>`
    select g.id, g.purpose, g.matter, n.key as matter_no, g.area_code, g.until from intelligence.graph_access g
    join intelligence.graph_node n on n.id = g.matter
    where g.id = ${asked.id} and g.staff_id = ${asked.staffId} and g.until > ${at.instant.toString()}::timestamptz`.execute(
    tx,
  )
  const [access] = rows
  return access ? ok(access) : refuse('graphAccessEnded')
}

/** Everything that came to the screen counts, once an access; `revealed` was read in full. */
export async function noteLooks(
  tx: Tx,
  access: Access,
  nodes: readonly number[],
  { at, revealed = false }: { readonly at: Moment; readonly revealed?: boolean },
): Promise<void> {
  const instant = at.instant.toString()
  await sql`insert into intelligence.graph_look as known (access_id, node_id, first_at, revealed_at, area_code)
    select ${access.id}, id, ${instant}::timestamptz, ${revealed ? instant : null}::timestamptz, ${access.areaCode}
    from unnest(${[...nodes]}::bigint[]) id
    on conflict (access_id, node_id) do update set revealed_at = excluded.revealed_at
      where known.revealed_at is null and excluded.revealed_at is not null`.execute(tx)
}

export interface AccessRow {
  readonly id: string
  readonly staff: string
  readonly purpose: LookPurpose
  readonly matterNo: string
  readonly note: string
  readonly openedAt: string
  readonly looked: number
  readonly revealed: number
}

export async function listAccesses(tx: Tx): Promise<AccessRow[]> {
  const { rows } = await sql<AccessRow>`
    select g.id, coalesce(s.name, g.staff_id) as staff, g.purpose, n.key as matter_no, g.note, g.opened_at,
      (select count(*)::int from intelligence.graph_look l where l.access_id = g.id) as looked,
      (select count(*)::int from intelligence.graph_look l where l.access_id = g.id and l.revealed_at is not null) as revealed
    from intelligence.graph_access g join intelligence.graph_node n on n.id = g.matter
    left join access.published_staff s on s.id::text = g.staff_id
    order by g.opened_at desc limit 200`.execute(tx)
  return rows
}
