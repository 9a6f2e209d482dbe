import { type RawBuilder, sql } from 'kysely'
import { maskName } from '#kernel/masking'
import { type HolidayCalendar, workingDaysBetween } from '#kernel/working-days'
import type { Tx } from '#platform/database'
import type { ItemRow } from '../contract.ts'
import { itemStateLabels, openItemStates, servedStates } from '../rules/item/moves.ts'
import type { ItemRecord } from '../store/items.ts'

export interface ItemSearch {
  readonly view: 'open' | 'done' | 'all'
  readonly town?: string | undefined
  readonly mode?: string | undefined
  readonly state?: string | undefined
  readonly page: number
}

const pageSize = 50

/** 清单: the nearest end of the statutory period first; what has none comes last. */
export async function listItems(tx: Tx, search: ItemSearch): Promise<{ items: ItemRecord[]; total: number }> {
  const where = conditions(search)
  const { rows } = await sql<ItemRecord>`select * from delivery.item i where ${where}
    order by serve_by nulls last, item_no limit ${pageSize} offset ${(search.page - 1) * pageSize}`.execute(tx)
  const count = await sql<{ total: number }>`select count(*) as total from delivery.item i where ${where}`.execute(tx)
  return { items: rows, total: count.rows[0]?.total ?? 0 }
}

function conditions({ view, town, mode, state }: ItemSearch): RawBuilder<unknown> {
  const parts = [sql`true`]
  if (view === 'open') parts.push(sql`i.state = any(${[...openItemStates]}::text[])`)
  if (view === 'done') parts.push(sql`i.state = any(${[...servedStates]}::text[])`)
  if (town) parts.push(sql`left(i.area_code, ${town.length}) = ${town}`)
  if (mode) parts.push(sql`i.mode = ${mode}`)
  if (state) parts.push(sql`i.state = ${state}`)
  return sql.join(parts, sql` and `)
}

export async function findItem(tx: Tx, itemNo: string): Promise<ItemRecord | undefined> {
  const { rows } = await sql<ItemRecord>`select * from delivery.item where item_no = ${itemNo}`.execute(tx)
  return rows[0]
}

/** The citizen's own. */
export async function listOwnItems(
  tx: Tx,
  personIndex: string,
): Promise<(ItemRecord & { receiptId: string | null })[]> {
  const { rows } = await sql<ItemRecord & { receiptId: string | null }>`
    select i.*, r.id as receipt_id from delivery.item i left join delivery.receipt r on r.item_no = i.item_no and r.kind = 'service'
    where i.person_index = ${personIndex} order by i.received_at desc limit 50`.execute(tx)
  return rows
}

/** One item as a row, masked, with its clock on that day (XK 44: working days). */
export function itemRow(
  item: ItemRecord,
  { today, soonDays, calendar }: { today: Temporal.PlainDate; soonDays: number; calendar: HolidayCalendar },
): ItemRow {
  const { itemNo, applicationNo, licenceNo, areaCode, service, result, mode, state, shopName, address, attempts } = item
  return {
    ...{ itemNo, applicationNo, licenceNo, areaCode, service, result, mode, state, shopName, address, attempts },
    stateLabel: itemStateLabels[state].zh,
    stateLabelEn: itemStateLabels[state].en,
    operatorNameMasked: maskName(item.operatorName),
    position: item.lng === null || item.lat === null ? null : { lng: item.lng, lat: item.lat },
    serveBy: item.serveBy,
    clock: clockOf(item, { today, soonDays, calendar }),
    version: item.version,
  }
}

function clockOf(
  { state, serveBy }: ItemRecord,
  { today, soonDays, calendar }: { today: Temporal.PlainDate; soonDays: number; calendar: HolidayCalendar },
): ItemRow['clock'] {
  if (servedStates.includes(state)) return { tone: 'done', workingDaysLeft: null }
  if (serveBy === null) return { tone: 'none', workingDaysLeft: null }
  const left = workingDaysBetween(calendar, today, Temporal.PlainDate.from(serveBy))
  if (!left.ok) return { tone: 'none', workingDaysLeft: null }
  const tone =
    left.value < 0 || (left.value === 0 && serveBy < today.toString())
      ? 'overdue'
      : left.value <= soonDays
        ? 'soon'
        : 'ok'
  return { tone, workingDaysLeft: left.value }
}
