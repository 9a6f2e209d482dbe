import { sql } from 'kysely'
import { addWorkingDays, type HolidayCalendar } from '#kernel/working-days'
import type { Tx } from '#platform/database'
import type { GoodsDetail, GoodsLot } from '../contract/goods.ts'
import { listFor, type PriceList } from '../rules/amounts/price-list.ts'
import { type PricedLine, priceGoods } from '../rules/amounts/value.ts'
import { keepingState } from '../rules/goods/keeping.ts'
import { loadPriceLists } from './prices.ts'

/** A lot as the table holds it. */
export type LotRow = Omit<GoodsLot, 'keeping' | 'value' | 'priceSource' | 'priceList' | 'brandUnlisted'> & {
  readonly areaCode: string
  readonly actualPrice: number | null
  readonly goneOn: string | null
}

const columns = sql`l.lot_no, l.case_no, l.area_code, l.custody, l.kind, l.brand, l.barcode, l.nature, l.seized_at, l.held_on::text as held_on,
  l.due_on::text as due_on, l.decision, l.decided_on::text as decided_on, l.place, l.held::float8 as held, l.stored::float8 as stored,
  l.sampled::float8 as sampled, l.returned::float8 as returned, l.sold::float8 as sold, l.destroyed::float8 as destroyed,
  l.handed::float8 as handed, cases.goods_waiting(l.lot_no) as unconfirmed, l.difference::float8 as difference, l.actual_price::float8 as actual_price,
  (select min(e.on_day)::text from cases.goods_entry e where e.lot_no = l.lot_no and e.event in ('sell', 'destroy')) as gone_on`

/** What lies in store or at a laboratory, oldest first; `all`: what has left too. */
export async function listLots(
  tx: Tx,
  asked: { readonly caseNo?: string; readonly all?: 'yes' },
): Promise<readonly LotRow[]> {
  const { rows } = await sql<LotRow>`
    select ${columns} from cases.goods_lot l
    where (${asked.caseNo ?? null}::text is null or l.case_no = ${asked.caseNo ?? null})
      and (${asked.all ?? null}::text is not null or l.stored + l.sampled > 0)
    order by l.held_on, l.lot_no limit 2000`.execute(tx)
  return rows
}

export async function findLot(tx: Tx, lotNo: string): Promise<LotRow | undefined> {
  const { rows } = await sql<LotRow>`select ${columns} from cases.goods_lot l where l.lot_no = ${lotNo}`.execute(tx)
  return rows[0]
}

/** By its number, a carton's code or the bar code of its brand; of several the newest that still holds goods. */
export async function findLotByCode(tx: Tx, code: string): Promise<string | undefined> {
  const { rows } = await sql<{ lotNo: string }>`
    select l.lot_no from cases.goods_lot l
    where l.lot_no = ${code} or l.lot_no in (select c.lot_no from cases.goods_code c where c.code = ${code})
      or (l.barcode = ${code} and l.stored > 0)
    order by l.stored + l.sampled > 0 desc, l.held_on desc limit 1`.execute(tx)
  return rows[0]?.lotNo
}

export interface Reckoning {
  readonly today: Temporal.PlainDate
  readonly calendar: HolidayCalendar
  readonly soonDays: number
}

export const linePriced = (row: LotRow, lists: readonly PriceList[]) => {
  const { kind, brand, held } = row
  const actual = row.actualPrice === null ? {} : { actual: row.actualPrice as PricedLine['price'] }
  const line = { kind, brand, amount: held, ...actual }
  return { line, priced: priceGoods(line, listFor(lists, { areaCode: row.areaCode, day: row.heldOn })) }
}

/** What the page shows of a lot: value by the list of its place and day, and how its seven days stand. */
export function viewLot(row: LotRow, lists: readonly PriceList[], { today, calendar, soonDays }: Reckoning): GoodsLot {
  const { areaCode: _, actualPrice: __, goneOn: ___, ...lot } = row
  const { priced } = linePriced(row, lists)
  const soon = row.dueOn === null ? undefined : addWorkingDays(calendar, Temporal.PlainDate.from(row.dueOn), -soonDays)
  return {
    ...lot,
    keeping: keepingState(row, today.toString(), soon?.ok === true ? soon.value.toString() : null),
    value: priced.ok ? priced.value.value : null,
    priceSource: priced.ok ? priced.value.source : null,
    priceList: priced.ok && priced.value.list !== '' ? priced.value.list : null,
    brandUnlisted: priced.ok && priced.value.brandUnlisted,
  }
}

export async function listLotViews(
  tx: Tx,
  asked: { readonly caseNo?: string; readonly all?: 'yes' },
  reckoning: Reckoning,
): Promise<readonly GoodsLot[]> {
  const lists = await loadPriceLists(tx)
  return (await listLots(tx, asked)).map(row => viewLot(row, lists, reckoning))
}

/** The moves of these lots by lot, the newest first. */
export async function entriesOf(tx: Tx, lotNos: readonly string[]): Promise<Map<string, GoodsDetail['entries']>> {
  const { rows } = await sql<GoodsDetail['entries'][number] & { lotNo: string }>`
    select e.lot_no, e.id, e.n, e.event, e.amount::float8 as amount, e.target, e.note, e.on_day::text as on_day, e.at,
      coalesce(s.name, e.by) as by,
      coalesce((select array_agg(o.name order by o.name) from access.published_staff o where o.id = any(e.officers)), '{}') as officers,
      coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'digest', p.digest) order by p.at, p.id) from cases.goods_photo p
        where p.entry_id = e.id), '[]') as photos,
      (select o.id::text from access.published_staff o where cardinality(e.officers) = 2 and o.id = any(e.officers) and 'staff:' || o.id <> e.by
        and not exists (select from cases.goods_confirmation c where c.entry_id = e.id)) as awaits
    from cases.goods_entry e left join access.published_staff s on 'staff:' || s.id = e.by
    where e.lot_no = any(${[...lotNos]}) order by e.n desc`.execute(tx)
  const byLot = Map.groupBy(rows, row => row.lotNo)
  return new Map([...byLot].map(([lotNo, own]) => [lotNo, own.map(({ lotNo: _, ...entry }) => entry)]))
}

export async function listCodes(tx: Tx, lotNo: string): Promise<GoodsDetail['codes']> {
  const { rows } = await sql<GoodsDetail['codes'][number]>`
    select code, licence_no from cases.goods_code where lot_no = ${lotNo} order by code`.execute(tx)
  return rows
}

/** 可以一起经手物品的工作人员. */
export async function listHandlers(tx: Tx): Promise<GoodsDetail['colleagues']> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id::text as id, name from access.published_staff
    where state = 'active' and roles && array['inspector', 'head', 'legal'] order by name`.execute(tx)
  return rows
}

export async function findCaseAbout(tx: Tx, caseNo: string) {
  const { rows } = await sql<{
    about: string
    state: string
    areaCode: string
    violation: string | null
    actedOn: string
  }>`
    select about, state, area_code, violation, coalesce(happened_on, opened_on)::text as acted_on from cases.case where no = ${caseNo}`.execute(
    tx,
  )
  return rows[0]
}
