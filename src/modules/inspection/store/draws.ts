import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { DrawState } from '../rules/draw/room.ts'

export interface DrawRecord {
  readonly id: string
  readonly areaCode: string
  readonly title: string
  readonly items: readonly { readonly code: string; readonly name: string }[]
  readonly visitsFrom: string
  readonly visitsTo: string
  readonly publicValue: string | null
  readonly repeats: string | null
  readonly state: DrawState
  readonly preparedBy: string
  readonly manifest: string | null
  readonly manifestHash: string | null
  readonly frozenAt: string | null
  readonly publicNumber: string | null
  readonly publicNumberAt: string | null
  readonly result: string | null
  readonly drawnAt: string | null
}

/** 抽查编号: one series a year; the row stays locked until the draw commits. */
export async function takeDrawId(tx: Tx, year: number): Promise<string> {
  const { rows } = await sql<{ last: number }>`
    insert into inspection.draw_number as n (year, last) values (${year}, 1)
    on conflict (year) do update set last = n.last + 1 returning last`.execute(tx)
  return `SJ-${year}-${String(rows[0]?.last ?? 0).padStart(4, '0')}`
}

export async function insertDraw(
  tx: Tx,
  d: Pick<
    DrawRecord,
    'id' | 'areaCode' | 'title' | 'items' | 'visitsFrom' | 'visitsTo' | 'publicValue' | 'repeats' | 'preparedBy'
  > & {
    readonly at: string
  },
): Promise<void> {
  await sql`insert into inspection.draw (id, area_code, title, items, visits_from, visits_to, public_value, repeats, prepared_by, prepared_at)
    values (${d.id}, ${d.areaCode}, ${d.title}, ${JSON.stringify(d.items)}::jsonb, ${d.visitsFrom}, ${d.visitsTo}, ${d.publicValue},
      ${d.repeats}, ${d.preparedBy}, ${d.at})`.execute(tx)
}

export async function lockDraw(tx: Tx, id: string): Promise<DrawRecord | undefined> {
  const { rows } = await sql<DrawRecord>`
    select id, area_code, title, items, visits_from, visits_to, public_value, repeats, state, prepared_by, manifest, manifest_hash,
      frozen_at, public_number, public_number_at, result, drawn_at
    from inspection.draw where id = ${id} for update`.execute(tx)
  return rows[0]
}

export const moveDraw = (tx: Tx, id: string, state: DrawState) =>
  sql`update inspection.draw set state = ${state} where id = ${id}`.execute(tx)

export const freezeDraw = (
  tx: Tx,
  id: string,
  f: {
    readonly state: DrawState
    readonly manifest: string
    readonly hash: string
    readonly by: string
    readonly at: string
  },
) =>
  sql`update inspection.draw set state = ${f.state}, manifest = ${f.manifest}, manifest_hash = ${f.hash}, approved_by = ${f.by},
    frozen_at = ${f.at} where id = ${id}`.execute(tx)

export const savePublicNumber = (tx: Tx, id: string, value: string, at: string) =>
  sql`update inspection.draw set public_number = ${value}, public_number_at = ${at} where id = ${id}`.execute(tx)

export const saveResult = (
  tx: Tx,
  id: string,
  r: { readonly result: string; readonly at: string; readonly state: DrawState },
) =>
  sql`update inspection.draw set state = ${r.state}, result = ${r.result}, drawn_at = ${r.at} where id = ${id}`.execute(
    tx,
  )

export const insertParty = (
  tx: Tx,
  p: {
    readonly drawId: string
    readonly id: string
    readonly name: string
    readonly staffId: string | null
    readonly post: string | null
  },
) =>
  sql`insert into inspection.draw_party (draw_id, id, name, staff_id, post)
    values (${p.drawId}, ${p.id}, ${p.name}, ${p.staffId}, ${p.post})`.execute(tx)

interface Reasoned {
  readonly drawId: string
  readonly object: string
  readonly by: string
  readonly reason: string
  readonly at: string
}

/** False when the shop was left out before. */
export async function insertExclusion(tx: Tx, e: Reasoned): Promise<boolean> {
  const { numAffectedRows } = await sql`insert into inspection.draw_exclusion (draw_id, object, by, reason, at)
    values (${e.drawId}, ${e.object}, ${e.by}, ${e.reason}, ${e.at}) on conflict do nothing`.execute(tx)
  return (numAffectedRows ?? 0n) > 0n
}

export async function insertRecusals(
  tx: Tx,
  r: Omit<Reasoned, 'object'> & { readonly officer: string; readonly objects: readonly string[] },
): Promise<number> {
  const { numAffectedRows } = await sql`insert into inspection.draw_recusal (draw_id, officer, object, by, reason, at)
    select ${r.drawId}, ${r.officer}, o, ${r.by}, ${r.reason}, ${r.at} from unnest(${[...r.objects]}::text[]) as o
    on conflict do nothing`.execute(tx)
  return Number(numAffectedRows ?? 0n)
}

export async function insertCommitment(
  tx: Tx,
  drawId: string,
  party: string,
  c: { readonly commitment: string; readonly at: string },
): Promise<boolean> {
  const { numAffectedRows } = await sql`insert into inspection.draw_commitment (draw_id, party, commitment, at)
    values (${drawId}, ${party}, ${c.commitment}, ${c.at}) on conflict do nothing`.execute(tx)
  return (numAffectedRows ?? 0n) > 0n
}

export async function insertOpening(
  tx: Tx,
  drawId: string,
  party: string,
  o: { readonly secret: string; readonly at: string },
): Promise<boolean> {
  const { numAffectedRows } = await sql`insert into inspection.draw_opening (draw_id, party, secret, at)
    values (${drawId}, ${party}, ${o.secret}, ${o.at}) on conflict do nothing`.execute(tx)
  return (numAffectedRows ?? 0n) > 0n
}

export type EntryKind =
  | 'frozen'
  | 'promised'
  | 'opened'
  | 'publicNumber'
  | 'drawn'
  | 'void'
  | 'repeat'
  | 'outcomes'
  | 'closed'

/** 公示 one line. */
export const insertEntry = (
  tx: Tx,
  drawId: string,
  e: { readonly kind: EntryKind; readonly words: string; readonly at: string },
) =>
  sql`insert into inspection.draw_entry (draw_id, at, kind, words) values (${drawId}, ${e.at}, ${e.kind}, ${e.words})`.execute(
    tx,
  )

export async function insertOutcome(
  tx: Tx,
  o: {
    readonly drawId: string
    readonly object: string
    readonly areaCode: string
    readonly outcome: string
    readonly checkedOn: string
    readonly by: string
    readonly at: string
  },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into inspection.draw_outcome (draw_id, object, area_code, outcome, checked_on, by, noted_at)
    values (${o.drawId}, ${o.object}, ${o.areaCode}, ${o.outcome}, ${o.checkedOn}, ${o.by}, ${o.at}) on conflict do nothing`.execute(
    tx,
  )
  return (numAffectedRows ?? 0n) > 0n
}

export async function publishOutcomes(tx: Tx, drawId: string, at: string): Promise<number> {
  const { numAffectedRows } = await sql`update inspection.draw_outcome set published_at = ${at}
    where draw_id = ${drawId} and published_at is null`.execute(tx)
  return Number(numAffectedRows ?? 0n)
}

/** 告警 once a draw, shop and kind. */
export const insertAlarm = (
  tx: Tx,
  a: {
    readonly drawId: string
    readonly object: string
    readonly kind: 'unpublished' | 'unvisited'
    readonly due: string
    readonly at: string
  },
) =>
  sql`insert into inspection.draw_alarm (draw_id, object, kind, due, at)
    values (${a.drawId}, ${a.object}, ${a.kind}, ${a.due}, ${a.at}) on conflict do nothing`.execute(tx)

export const saveShopClass = (
  tx: Tx,
  s: { readonly licenceNo: string; readonly areaCode: string; readonly class: string; readonly at: string },
) =>
  sql`insert into inspection.shop_class as c (licence_no, area_code, class, noted_at)
    values (${s.licenceNo}, ${s.areaCode}, ${s.class}, ${s.at})
    on conflict (licence_no) do update set class = excluded.class, noted_at = excluded.noted_at where c.noted_at <= excluded.noted_at`.execute(
    tx,
  )
