import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { ItemEvent, ItemState } from '../rules/item/moves.ts'
import type { DeliveryMode } from '../rules/ways.ts'

/** 送达件 as actions load it. */
export interface ItemRecord {
  readonly itemNo: string
  readonly applicationNo: string
  readonly licenceNo: string
  readonly areaCode: string
  readonly personIndex: string | null
  readonly service: string
  readonly result: 'grant' | 'deny'
  readonly mode: DeliveryMode
  readonly state: ItemState
  readonly version: number
  readonly serveBy: string | null
  readonly shopName: string
  readonly operatorName: string
  readonly operatorIdMasked: string
  readonly address: string
  readonly phoneSealed: string | null
  readonly lng: number | null
  readonly lat: number | null
  readonly addressConfirmedOn: string | null
  readonly attempts: number
  readonly roundId: string | null
  readonly mailNo: string | null
  readonly receivedAt: string
  readonly servedOn: string | null
}

export type NewItem = Pick<
  ItemRecord,
  | 'applicationNo'
  | 'licenceNo'
  | 'areaCode'
  | 'personIndex'
  | 'service'
  | 'result'
  | 'mode'
  | 'serveBy'
  | 'shopName'
  | 'operatorName'
  | 'operatorIdMasked'
  | 'address'
  | 'phoneSealed'
  | 'lng'
  | 'lat'
> & { readonly receivedOn: string; readonly receivedAt: string }

/** Nothing happens when the application has its item already: an announcement may come twice. */
export async function insertItem(tx: Tx, item: NewItem): Promise<string | undefined> {
  const { rows } = await sql<{ itemNo: string }>`
    insert into delivery.item (item_no, application_no, licence_no, area_code, person_index, service, result, mode,
      serve_by, shop_name, operator_name, operator_id_masked, address, phone_sealed, lng, lat, received_at)
    values (delivery.next_item_no(${item.receivedOn}), ${item.applicationNo}, ${item.licenceNo}, ${item.areaCode},
      ${item.personIndex}, ${item.service}, ${item.result}, ${item.mode}, ${item.serveBy}, ${item.shopName},
      ${item.operatorName}, ${item.operatorIdMasked}, ${item.address}, ${item.phoneSealed}, ${item.lng}, ${item.lat},
      ${item.receivedAt})
    on conflict (application_no) do nothing returning item_no`.execute(tx)
  return rows[0]?.itemNo
}

/** Locked until the transaction ends: two that act at once wait for each other. */
export async function lockItem(tx: Tx, itemNo: string): Promise<ItemRecord | undefined> {
  const { rows } = await sql<ItemRecord>`select * from delivery.item where item_no = ${itemNo} for update`.execute(tx)
  return rows[0]
}

export interface ItemMove {
  readonly event: ItemEvent
  readonly to: ItemState
  readonly at: string
  readonly capturedAt: string
  readonly by: string
  readonly note?: string
  readonly details?: Readonly<Record<string, string | number | boolean>>
  readonly change?: {
    readonly roundId?: string | null
    readonly attempts?: number
    readonly mailNo?: string
    readonly servedOn?: string
  }
}

/** Moves the item and writes the line of its history; gives the item as it stands now. */
export async function moveItem(tx: Tx, item: ItemRecord, move: ItemMove): Promise<ItemRecord> {
  const next = { ...item, ...move.change, state: move.to, version: item.version + 1 }
  await sql`update delivery.item set state = ${next.state}, version = ${next.version}, round_id = ${next.roundId},
      attempts = ${next.attempts}, mail_no = ${next.mailNo}, served_on = ${next.servedOn}
    where item_no = ${item.itemNo}`.execute(tx)
  await insertItemEvent(tx, item, move)
  return next
}

async function insertItemEvent(tx: Tx, item: ItemRecord, move: Omit<ItemMove, 'change'>): Promise<void> {
  await sql`insert into delivery.item_event (item_no, at, captured_at, event, from_state, to_state, by, note, details)
    values (${item.itemNo}, ${move.at}, ${move.capturedAt}, ${move.event}, ${item.state}, ${move.to}, ${move.by},
      ${move.note ?? ''}, ${JSON.stringify(move.details ?? {})}::jsonb)`.execute(tx)
}

/** 送达地址确认书 */
export async function saveAddress(
  tx: Tx,
  item: ItemRecord,
  to: { address: string; phoneSealed: string | null; lng: number | null; lat: number | null; on: string },
): Promise<void> {
  await sql`update delivery.item set address = ${to.address}, phone_sealed = ${to.phoneSealed}, lng = ${to.lng},
      lat = ${to.lat}, address_confirmed_on = ${to.on}, version = version + 1
    where item_no = ${item.itemNo}`.execute(tx)
}
