import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { GoodsKind } from '../rules/amounts/goods.ts'
import type { LotState } from '../rules/goods/ledger.ts'
import type { Custody, Move } from '../rules/goods/moves.ts'

export async function takeGoodsSerial(tx: Tx, kind: 'lot' | 'paper', year: number): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    insert into cases.goods_number as n (kind, year, last) values (${kind}, ${year}, 1)
    on conflict (kind, year) do update set last = n.last + 1 returning last`.execute(tx)
  return rows[0]?.last ?? 1
}

/** A lot as it is locked for one entry. */
export interface LockedLot extends LotState {
  readonly caseNo: string
  readonly kind: GoodsKind
  readonly entries: number
  /** Who made the last count. */
  readonly counters: readonly string[]
}

/** Entries of a lot come one after the other: the program may not update lots, so it waits on a lock of its own. */
export async function lockLot(tx: Tx, lotNo: string): Promise<LockedLot | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${lotNo}, 7320))`.execute(tx)
  const { rows } = await sql<LockedLot>`
    select l.lot_no, l.case_no, l.kind, l.nature, l.decision, l.entries, l.difference::float8 as difference, l.held::float8 as held,
      l.stored::float8 as stored, l.sampled::float8 as sampled, l.returned::float8 as returned, l.sold::float8 as sold,
      l.destroyed::float8 as destroyed, l.handed::float8 as handed, cases.goods_waiting(l.lot_no) as unconfirmed,
      coalesce((select e.officers::text[] from cases.goods_entry e where e.lot_no = l.lot_no and e.event = 'count' order by e.n desc limit 1), '{}') as counters
    from cases.goods_lot l where l.lot_no = ${lotNo}`.execute(tx)
  return rows[0]
}

export interface NewLot {
  readonly lotNo: string
  readonly caseNo: string
  readonly areaCode: string
  readonly custody: Custody
  readonly kind: GoodsKind
  readonly brand: string
  readonly barcode: string
  readonly seizedAt: string
  readonly heldOn: string
  readonly dueOn: string | null
  readonly place: string
  readonly amount: number
}

export const insertLot = (tx: Tx, l: NewLot) =>
  sql`insert into cases.goods_lot (lot_no, case_no, area_code, custody, kind, brand, barcode, seized_at, held_on, due_on, place, held, stored)
    values (${l.lotNo}, ${l.caseNo}, ${l.areaCode}, ${l.custody}, ${l.kind}, ${l.brand}, ${l.barcode}, ${l.seizedAt}, ${l.heldOn}, ${l.dueOn},
      ${l.place}, ${l.amount}, ${l.amount})`.execute(tx)

export interface NewEntry {
  readonly id: string
  readonly lotNo: string
  readonly n: number
  readonly event: Move | 'count' | 'correct' | 'decide' | 'test' | 'price'
  readonly amount: number | null
  readonly target: string
  readonly note: string
  readonly officers: readonly string[]
  readonly photos: number
  readonly onDay: string
  readonly by: string
  readonly at: string
}

/** One line of the ledger; the database reckons the lot from it. */
export const insertEntry = (tx: Tx, e: NewEntry) =>
  sql`insert into cases.goods_entry (id, lot_no, n, event, amount, target, note, officers, photos, on_day, by, at)
    values (${e.id}, ${e.lotNo}, ${e.n}, ${e.event}, ${e.amount}, ${e.target}, ${e.note}, ${[...e.officers]}::uuid[], ${e.photos}, ${e.onDay},
      ${e.by}, ${e.at})`.execute(tx)

export const insertCodes = (tx: Tx, lotNo: string, codes: readonly { code: string; licenceNo: string }[]) =>
  sql`insert into cases.goods_code (code, lot_no, licence_no)
    select c.code, ${lotNo}, c."licenceNo" from jsonb_to_recordset(${JSON.stringify(codes)}::jsonb) as c(code text, "licenceNo" text)`.execute(
    tx,
  )

/** 条包码 that lie in a lot which still holds goods: one carton is in one place. */
export async function findHeldCode(tx: Tx, codes: readonly string[]): Promise<string | undefined> {
  const { rows } = await sql<{ code: string }>`
    select c.code from cases.goods_code c join cases.goods_lot l using (lot_no)
    where c.code = any(${[...codes]}) and l.stored + l.sampled > 0 limit 1`.execute(tx)
  return rows[0]?.code
}

export interface NewPhoto {
  readonly id: string
  readonly lotNo: string
  readonly entryId: string
  readonly sealed: string
  readonly digest: string
  readonly bytes: number
  readonly at: string
}

export const insertGoodsPhoto = (tx: Tx, p: NewPhoto) =>
  sql`insert into cases.goods_photo (id, lot_no, entry_id, sealed, digest, bytes, at)
    values (${p.id}, ${p.lotNo}, ${p.entryId}, ${p.sealed}, ${p.digest}, ${p.bytes}, ${p.at})`.execute(tx)

export async function findGoodsPhoto(tx: Tx, lotNo: string, id: string): Promise<string | undefined> {
  const { rows } = await sql<{ sealed: string }>`
    select sealed from cases.goods_photo where lot_no = ${lotNo} and id = ${id}`.execute(tx)
  return rows[0]?.sealed
}

/** Whether all of them may handle goods today. */
export async function mayHandle(tx: Tx, ids: readonly string[]): Promise<boolean> {
  const { rows } = await sql`select from access.published_staff
    where id::text = any(${[...ids]}::text[]) and state = 'active' and roles && array['inspector', 'head', 'legal']`.execute(
    tx,
  )
  return rows.length === new Set(ids).size
}

interface EntryState {
  readonly by: string
  readonly officers: readonly string[]
  readonly confirmed: boolean
}

export async function findEntry(tx: Tx, lotNo: string, entryId: string): Promise<EntryState | undefined> {
  const { rows } = await sql<EntryState>`select e.by, e.officers::text[] as officers,
      exists (select from cases.goods_confirmation c where c.entry_id = e.id) as confirmed
    from cases.goods_entry e where e.lot_no = ${lotNo} and e.id = ${entryId}`.execute(tx)
  return rows[0]
}

/** Lines that wait for this person, the oldest first. */
export async function listWaiting(tx: Tx, lotNo: string, staffId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select e.id::text as id from cases.goods_entry e
    where e.lot_no = ${lotNo} and cardinality(e.officers) = 2 and ${staffId}::uuid = any(e.officers) and e.by <> ${`staff:${staffId}`}
      and not exists (select from cases.goods_confirmation c where c.entry_id = e.id) order by e.n`.execute(tx)
  return rows.map(({ id }) => id)
}

export const insertConfirmation = (
  tx: Tx,
  c: { readonly entryId: string; readonly lotNo: string; readonly staffId: string; readonly at: string },
) =>
  sql`insert into cases.goods_confirmation (entry_id, lot_no, staff_id, at)
    values (${c.entryId}, ${c.lotNo}, ${c.staffId}, ${c.at})`.execute(tx)
